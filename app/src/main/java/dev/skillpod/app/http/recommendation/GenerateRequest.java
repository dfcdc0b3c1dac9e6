package dev.skillpod.app.http.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.Signal;
import dev.skillpod.app.http.learner.UserContext;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.NamesTenant;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.core.catalog.ContentType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request for one learner's list. */
@Schema(description = "The request for one learner's list. Unknown fields are ignored.")
public record GenerateRequest(
        @JsonProperty("user_context") @NotNull @Valid UserContext userContext,

        @JsonProperty("recent_signals")
        @Size(max = 1000)
        @Schema(description = "Market activity; joins what is stored.")
        @Nullable
        List<@NotNull @Valid Signal> recentSignals,

        @JsonProperty("skill_gaps") @Size(max = 200) @Nullable
        List<@NotNull @Valid Gap> skillGaps,

        @JsonProperty("max_recommendations") @Schema(defaultValue = "10") @InRange(from = 1, to = 50) @Nullable
        Integer maxRecommendations,

        @JsonProperty("include_explanations") @Schema(defaultValue = "true") @Nullable
        Boolean includeExplanations,

        @JsonProperty("filter_content_types")
        @Schema(description = "The only types wanted; null or empty for all.")
        @Size(max = 50)
        @Nullable
        List<@NotNull @OneOf(ContentType.class) String> filterContentTypes,

        @JsonProperty("min_confidence")
        @Schema(defaultValue = "0.3", description = "Items of a lower confidence_score are left out.")
        @InRange(from = 0, to = 1)
        @Nullable
        Double minConfidence)
        implements NamesTenant {
    static final int DEFAULT_MAX_RECOMMENDATIONS = 10;
    static final double DEFAULT_MIN_CONFIDENCE = 0.3;

    @Override
    public String namedTenant() {
        return userContext.tenantId();
    }
}
