package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.ShadowAgreement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a shadow agrees with what was answered, since it became the shadow of this process. */
@Schema(name = "ShadowAgreement")
public record ShadowView(
        @JsonProperty("version") String version,
        @JsonProperty("compared") long compared,

        @JsonProperty("dropped") @Schema(description = "Lists not compared, because too many waited.")
        long dropped,

        @JsonProperty("failed") long failed,

        @JsonProperty("overlap")
        @Schema(description = "Mean share of the answered list that the shadow shows too.")
        @Nullable
        Double overlap,

        @JsonProperty("rank_correlation")
        @Schema(description = "Mean Kendall's tau of the contents that both show.")
        @Nullable
        Double rankCorrelation,

        @JsonProperty("score_difference")
        @Schema(description = "Mean distance of the overall scores of contents that both show.")
        @Nullable
        Double scoreDifference) {

    static ShadowView of(ShadowAgreement agreement) {
        return new ShadowView(
                agreement.version(),
                agreement.compared(),
                agreement.dropped(),
                agreement.failed(),
                agreement.overlap(),
                agreement.rankCorrelation(),
                agreement.scoreDifference());
    }
}
