package dev.skillpod.app.http.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.recommend.RecommendationList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One learner's list, best first. */
@Schema(description = "One learner's list, best first by overall_score.")
public record GenerateResponse(
        @JsonProperty("recommendations") List<RecommendationItem> recommendations,

        @JsonProperty("generation_method")
        @Schema(
                description = "The path taken.",
                allowableValues = {"hybrid", "cold_start", "popular_fallback"})
        String generationMethod,

        @JsonProperty("model_version") String modelVersion,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("user_id") String userId,

        @JsonProperty("recommendation_id") @Schema(description = "What later events about this list refer to.")
        UUID recommendationId,

        @JsonProperty("data_source") @Schema(description = "What the models were trained on: synthetic, real or mixed.")
        String dataSource,

        @JsonProperty("policy")
        @Schema(description = "The rule by which chance had a part in the list; ranked when it had none.")
        String policy,

        @JsonProperty("warnings") @Schema(description = "What of the request could not be used, in plain sentences.")
        List<String> warnings,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** Returns the wire form; warnings of the request come before those of the recommender. */
    public static GenerateResponse of(
            String userId, RecommendationList list, List<String> warnings, long millis, List<String> degraded) {
        var all = new ArrayList<>(warnings);
        all.addAll(list.warnings());
        return new GenerateResponse(
                list.items().stream().map(RecommendationItem::of).toList(),
                list.method().name().toLowerCase(Locale.ROOT),
                list.modelVersion(),
                millis,
                userId,
                list.id(),
                list.dataSource(),
                list.policy(),
                List.copyOf(all),
                degraded);
    }
}
