package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to change about a path. */
@Schema(description = "What to change about a path; what is left out stays. The path is then planned again.")
public record PathChange(
        @JsonProperty("pin_content_ids")
        @Schema(description = "Contents to pin; no longer excluded.")
        @Size(max = PathRequest.MOST_ITEMS)
        @Nullable
        List<@NotNull @Text String> pinContentIds,

        @JsonProperty("unpin_content_ids") @Size(max = PathRequest.MOST_ITEMS) @Nullable
        List<@NotNull @Text String> unpinContentIds,

        @JsonProperty("exclude_content_ids")
        @Schema(description = "Contents to exclude; no longer pinned.")
        @Size(max = PathRequest.MOST_EXCLUDED)
        @Nullable
        List<@NotNull @Text String> excludeContentIds,

        @JsonProperty("include_content_ids")
        @Schema(description = "Contents that are no longer excluded.")
        @Size(max = PathRequest.MOST_EXCLUDED)
        @Nullable
        List<@NotNull @Text String> includeContentIds,

        @JsonProperty("done_content_ids")
        @Schema(
                description =
                        "Steps that are done; the learner's levels rise by what is expected until events say more.")
        @Size(max = PathRequest.MOST_ITEMS)
        @Nullable
        List<@NotNull @Text String> doneContentIds,

        @JsonProperty("weekly_learning_hours") @InRange(from = 1, to = 80) @Nullable
        Integer weeklyLearningHours,

        @JsonProperty("deadline") @Timestamp @Nullable String deadline,

        @JsonProperty("max_items") @InRange(from = 1, to = PathRequest.MOST_ITEMS) @Nullable
        Integer maxItems) {

    /** Returns the request as it is after the change. */
    PathRequest applyTo(PathRequest request) {
        Set<String> pinned = new LinkedHashSet<>(ProfileMapping.orEmpty(request.pinnedContentIds()));
        Set<String> excluded = new LinkedHashSet<>(ProfileMapping.orEmpty(request.excludedContentIds()));
        pinned.addAll(ProfileMapping.orEmpty(pinContentIds));
        excluded.removeAll(ProfileMapping.orEmpty(pinContentIds));
        ProfileMapping.orEmpty(unpinContentIds).forEach(pinned::remove);
        excluded.addAll(ProfileMapping.orEmpty(excludeContentIds));
        ProfileMapping.orEmpty(excludeContentIds).forEach(pinned::remove);
        ProfileMapping.orEmpty(includeContentIds).forEach(excluded::remove);
        return new PathRequest(
                request.userContext(),
                request.targetRole(),
                request.targetSkills(),
                weeklyLearningHours == null ? request.weeklyLearningHours() : weeklyLearningHours,
                deadline == null ? request.deadline() : deadline,
                maxItems == null ? request.maxItems() : maxItems,
                List.copyOf(pinned),
                List.copyOf(excluded),
                request.contentTypes());
    }
}
