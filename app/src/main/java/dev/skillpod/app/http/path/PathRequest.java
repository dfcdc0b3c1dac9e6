package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.gap.Target;
import dev.skillpod.app.http.learner.UserContext;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.NamesTenant;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import dev.skillpod.core.catalog.ContentType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request for one learner's path. */
@Schema(description = "The request for one learner's path. Unknown fields are ignored.")
public record PathRequest(
        @JsonProperty("user_context") @NotNull @Valid UserContext userContext,

        @JsonProperty("target_role")
        @Schema(description = "Role worked towards: an id, a title or free text; wins over user_context's.")
        @Text(blank = true)
        @Nullable
        String targetRole,

        @JsonProperty("target_skills")
        @Schema(description = "Skills to reach; join what the role and the market activity require.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Valid Target> targetSkills,

        @JsonProperty("weekly_learning_hours")
        @Schema(description = "Hours a week for the path; wins over user_context's.")
        @InRange(from = 1, to = 80)
        @Nullable
        Integer weeklyLearningHours,

        @JsonProperty("deadline")
        @Schema(
                description =
                        "When it must be over, ISO 8601 with an offset, at most 260 weeks away; 12 weeks from now when"
                                + " left out.")
        @Timestamp
        @Nullable
        String deadline,

        @JsonProperty("max_items") @Schema(defaultValue = "20") @InRange(from = 1, to = MOST_ITEMS) @Nullable
        Integer maxItems,

        @JsonProperty("pinned_content_ids")
        @Schema(description = "Contents that must be in the path; with what they build on.")
        @Size(max = MOST_ITEMS)
        @Nullable
        List<@NotNull @Text String> pinnedContentIds,

        @JsonProperty("excluded_content_ids")
        @Schema(description = "Contents that must not be in the path.")
        @Size(max = MOST_EXCLUDED)
        @Nullable
        List<@NotNull @Text String> excludedContentIds,

        @JsonProperty("content_types")
        @Schema(description = "The only types wanted; null or empty for all. What is pinned may be of any type.")
        @Size(max = 50)
        @Nullable
        List<@NotNull @OneOf(ContentType.class) String> contentTypes)
        implements NamesTenant {
    static final int DEFAULT_ITEMS = 20;
    static final int MOST_ITEMS = 50;
    static final int MOST_EXCLUDED = 500;

    int items() {
        return maxItems == null ? DEFAULT_ITEMS : maxItems;
    }

    /** Returns the user with the role and the hours of the request itself, where it has any. */
    UserContext user() {
        UserContext said = userContext;
        return new UserContext(
                said.userId(),
                said.tenantId(),
                said.skills(),
                said.careerGoals(),
                targetRole == null || targetRole.isBlank() ? said.targetRole() : targetRole,
                said.experienceLevel(),
                said.preferredLearningStyle(),
                weeklyLearningHours == null ? said.weeklyLearningHours() : weeklyLearningHours);
    }

    @Override
    public String namedTenant() {
        return userContext.tenantId();
    }
}
