package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        List<String> warnings,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** Returns the same answer as it is given now. */
    PredictResponse now(long millis, List<String> degradedNow) {
        return new PredictResponse(predictions, basis, modelVersion, dataSource, millis, warnings, degradedNow);
    }

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
                            "Change of the probability of being hired, as a difference of probabilities: 0.07 is 7"
                                    + " points.")
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

            @JsonProperty("applications")
            @Schema(description = "Answered applications to jobs that ask for the skill, which the estimate rests on.")
            int applications,

            @JsonProperty("closing") @Schema(description = "Of one learner only.") @Nullable
            ClosingView closing,

            @JsonProperty("note") @Nullable String note) {
        private static PredictionView of(Prediction prediction, String untold) {
            ClosingValue value = prediction.value();
            Interval pay = prediction.pay();
            boolean personal = prediction.currentLevel() != null;
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
                    value == null ? 0 : value.applications(),
                    personal ? ClosingView.of(value) : null,
                    note(value, pay, personal, untold));
        }

        private static @Nullable String note(
                @Nullable ClosingValue value, @Nullable Interval pay, boolean personal, String untold) {
            String ofPay = pay == null ? "; of pay: too few postings with pay ask for it" : "";
            if (value == null) {
                return untold + ofPay;
            }
            if (personal && value.askingJobs() == 0) {
                return "none of the jobs this learner plausibly goes for asks for it" + ofPay;
            }
            return pay == null ? ofPay.substring(2) : null;
        }
    }

    static PredictResponse of(List<Prediction> predictions, boolean personal, SkillGaps source, List<String> warnings) {
        String untold = source.modelVersion().equals(SkillGaps.UNTRAINED)
                ? "no model of outcomes is trained yet"
                : personal
                        ? "no jobs this learner plausibly goes for, too few answered applications to jobs that ask for"
                                + " it, or too few of these by learners who have the level"
                        : "too few answered applications to jobs that ask for it";
        return new PredictResponse(
                predictions.stream().map(p -> PredictionView.of(p, untold)).toList(),
                personal ? "personal" : "population",
                source.modelVersion(),
                source.dataSource(),
                0,
                warnings,
                List.of());
    }
}
