package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.demand.SkillOutlook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well a skill was forecast from its own past. */
@Schema(
        name = "ForecastAccuracy",
        description =
                "How well this skill was forecast from its own past (rolling origins); null when its history is too short"
                        + " to tell.")
public record AccuracyView(
        @JsonProperty("origins")
        @Schema(description = "From how many months of the past it was forecast.", minimum = "0")
        int origins,

        @JsonProperty("forecasts_compared") @Schema(minimum = "0")
        int forecastsCompared,

        @JsonProperty("mean_absolute_error") @Schema(description = "In postings.") @Nullable
        Double meanAbsoluteError,

        @JsonProperty("naive_mean_absolute_error")
        @Schema(description = "The same of the naive method, which repeats the last season or value.")
        @Nullable
        Double naiveMeanAbsoluteError,

        @JsonProperty("smape") @Schema(description = "Mean symmetric percentage error, 0 to 200.") @Nullable
        Double smape,

        @JsonProperty("mase")
        @Schema(description = "Error over the mean absolute seasonal difference of the past.")
        @Nullable
        Double mase,

        @JsonProperty("method_weights") @Schema(description = "The share of each method in the forecast.")
        Map<String, Double> methodWeights) {

    static AccuracyView of(SkillOutlook outlook) {
        Map<String, Double> weights = new java.util.TreeMap<>(outlook.weights());
        return outlook.backTest()
                .map(test -> of(test, weights))
                .orElseGet(() -> new AccuracyView(0, 0, null, null, null, null, weights));
    }

    private static AccuracyView of(BackTest test, Map<String, Double> weights) {
        return new AccuracyView(
                test.origins(),
                test.steps(),
                test.meanAbsoluteError(),
                test.naiveMeanAbsoluteError(),
                test.smape(),
                test.mase(),
                weights);
    }
}
