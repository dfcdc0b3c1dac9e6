package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.path.PathView.EstimateView;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.path.content.PathStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One content of a path. */
@Schema(name = "PathStep", description = "One content of a path.")
public record StepView(
        @JsonProperty("position") @Schema(minimum = "1") int position,
        @JsonProperty("content_id") String contentId,
        @JsonProperty("content_type") ContentType contentType,
        @JsonProperty("title") String title,
        @JsonProperty("provider") @Nullable String provider,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("minutes") double minutes,

        @JsonProperty("minutes_assumed")
        @Schema(description = "Whether nobody knows the minutes, and the catalogue's median was taken.")
        boolean minutesAssumed,

        @JsonProperty("pinned") boolean pinned,

        @JsonProperty("starts_in_week") @Schema(minimum = "1")
        int startsInWeek,

        @JsonProperty("ends_in_week") @Schema(minimum = "1") int endsInWeek,

        @JsonProperty("mastery") @Schema(description = "The skills it teaches, the main one first.")
        List<MasteryView> mastery,

        @JsonProperty("attainment_gain") @Schema(description = "What it adds to the expected attainment of the goal.")
        double gain,

        @JsonProperty("why_now") @Schema(description = "Why it comes at this place, in sentences of fact.")
        List<String> why,

        @JsonProperty("alternatives") @Schema(description = "What could come at this place instead, the best first.")
        List<AlternativeView> alternatives) {

    /** The level of a skill before and after a step. */
    @Schema(name = "Mastery", description = "The level of a skill before and after a step.")
    public record MasteryView(
            @JsonProperty("skill_id") String skillId,
            @JsonProperty("skill_name") String skillName,

            @JsonProperty("required_level")
            @Schema(description = "What the goal requires; null when it is not part of the goal.")
            @Nullable
            Double requiredLevel,

            @JsonProperty("before") EstimateView before,
            @JsonProperty("after") EstimateView after) {}

    /** Another content for the same place. */
    @Schema(name = "AlternativeContent", description = "Another content for the same place.")
    public record AlternativeView(
            @JsonProperty("content_id") String contentId,
            @JsonProperty("title") String title,
            @JsonProperty("minutes") double minutes,

            @JsonProperty("attainment_change")
            @Schema(description = "What it would change about the expected attainment.")
            double change) {}

    static StepView of(int position, PathStep step, PathCalendar.Span weeks) {
        Content content = step.content();
        return new StepView(
                position,
                content.id(),
                content.type(),
                content.title(),
                content.provider(),
                content.url(),
                step.minutes(),
                step.assumedMinutes(),
                step.pinned(),
                weeks.first(),
                weeks.last(),
                step.mastery().stream().map(StepView::mastery).toList(),
                PathView.round(step.gain(), 10_000),
                step.why(),
                step.alternatives().stream()
                        .map(a -> new AlternativeView(
                                a.content().id(), a.content().title(), a.minutes(), PathView.round(a.change(), 10_000)))
                        .toList());
    }

    private static MasteryView mastery(PathStep.Mastery mastery) {
        return new MasteryView(
                mastery.skillId(),
                mastery.skillName(),
                mastery.required() > 0 ? PathView.round(mastery.required(), 10) : null,
                EstimateView.levels(mastery.before()),
                EstimateView.levels(mastery.after()));
    }
}
