package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.SkillGapSource.SkillGaps;
import dev.skillpod.core.gap.analysis.Prediction;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What learning skills would change. */
@Schema(
        description =
                "What learning skills would change. A number that the log does not support is null, and note says why.")
public record PredictResponse(
        @JsonProperty("predictions") List<PredictionView> predictions,

        @JsonProperty("basis")
        @Schema(
                description = "One learner, or the average over all who applied to jobs that ask for the skill.",
                allowableValues = {"personal", "population"})
        String basis,

        @JsonProperty("model_version") String modelVersion,

        @JsonProperty("data_source")
        @Schema(description = "What the models were trained on: synthetic, real, mixed or none.")
        String dataSource,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("warnings") @Schema(description = "What of the request could not be used, in plain sentences.")
        List<String> warnings) {

    /** What learning one skill would change. */
    @Schema(name = "Prediction")
    public record PredictionView(
            @JsonProperty("skill_id") String skillId,

            @JsonProperty("estimated_salary_increase_percent")
            @Schema(description = "Change of the median pay offered, in percent.")
            @Nullable
            Double salaryIncreasePercent,

            @JsonProperty("estimated_job_match_increase")
            @Schema(
                    description =
                            "Change of the probability of being hired, as a difference of probabilities: 0.07 is 7 points.")
            @Nullable
            Double jobMatchIncrease,

            @JsonProperty("confidence")
            @Schema(
                    description = "From the width of the interval and the overlap; 0 when there is no estimate.",
                    minimum = "0",
                    maximum = "1")
            double confidence,

            @JsonProperty("skill_name") String skillName,
            @JsonProperty("current_level") @Nullable Double currentLevel,

            @JsonProperty("target_level")
            @Schema(description = "Null for ten levels more than each learner has.")
            @Nullable
            Double targetLevel,

            @JsonProperty("job_match_interval") @Nullable IntervalView jobMatchInterval,

            @JsonProperty("salary_percent_interval") @Nullable
            IntervalView salaryInterval,

            @JsonProperty("closing") @Nullable ClosingView closing,
            @JsonProperty("note") @Nullable String note) {
        private static PredictionView of(Prediction prediction, String untold) {
            ClosingValue value = prediction.value();
            Interval pay = value == null ? null : value.payPercent();
            return new PredictionView(
                    prediction.skillId(),
                    pay == null ? null : Numbers.fine(pay.value()),
                    value == null ? null : Numbers.fine(value.increase().value()),
                    value == null ? 0 : Numbers.fine(value.confidence()),
                    prediction.skillName(),
                    prediction.currentLevel(),
                    prediction.targetLevel(),
                    value == null ? null : IntervalView.of(value.increase()),
                    IntervalView.orNull(pay),
                    ClosingView.of(value),
                    value == null ? untold : pay == null ? "too few postings with pay ask for it" : null);
        }
    }

    static PredictResponse of(
            List<Prediction> predictions, boolean personal, SkillGaps source, List<String> warnings, long millis) {
        String untold = source.modelVersion().equals(SkillGaps.UNTRAINED)
                ? "no model of outcomes is trained yet"
                : personal
                        ? "the jobs this learner plausibly goes for, or the answered applications to jobs that ask for it, are too few"
                        : "too few answered applications to jobs that ask for it";
        return new PredictResponse(
                predictions.stream().map(p -> PredictionView.of(p, untold)).toList(),
                personal ? "personal" : "population",
                source.modelVersion(),
                source.dataSource(),
                millis,
                warnings);
    }
}
