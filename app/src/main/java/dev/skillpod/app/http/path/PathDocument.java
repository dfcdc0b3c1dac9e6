package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is stored of a path: what was asked for, what is done, what was planned, and from how much knowledge.
 *
 * @param request what was asked for, with all changes since
 * @param done steps marked done
 * @param plan what was planned last
 * @param completions finished contents that the plan took into account
 * @param assessments measured levels that the plan took into account
 */
record PathDocument(
        @JsonProperty("request") PathRequest request,
        @JsonProperty("done") List<Done> done,
        @JsonProperty("plan") PathView.Plan plan,
        @JsonProperty("completions") int completions,
        @JsonProperty("assessments") int assessments) {

    /**
     * A step that was marked done.
     *
     * @param contentId the content
     * @param at when, ISO 8601
     */
    record Done(
            @JsonProperty("content_id") String contentId,
            @JsonProperty("at") String at) {}

    /** Returns the steps done, with some more; one that is done already stays as it was. */
    static List<Done> with(List<Done> done, List<String> more, Instant at) {
        var all = new ArrayList<>(done);
        for (String id : more) {
            if (all.stream().noneMatch(d -> d.contentId().equals(id))) {
                all.add(new Done(id, at.toString()));
            }
        }
        return List.copyOf(all);
    }
}
