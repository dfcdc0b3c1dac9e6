package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.ModelHealth;
import dev.skillpod.app.serving.Retraining;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether models still fit what they are asked about, as answers show it. docs/training.md defines the numbers. */
final class HealthViews {
    private HealthViews() {}

    /** How far a feature is from what was trained on. */
    @Schema(name = "FeatureDrift")
    record DriftView(
            @JsonProperty("model") String model,
            @JsonProperty("feature") String feature,

            @JsonProperty("psi")
            @Schema(
                    description = "Population stability index between training and the last 24 hours, of this replica.",
                    minimum = "0")
            double psi,

            @JsonProperty("state") @Schema(allowableValues = {"stable", "moderate", "drifted"})
            String state) {
        static DriftView of(ModelHealth.Drift drift) {
            return new DriftView(drift.model(), drift.feature(), drift.psi(), drift.state());
        }
    }

    /** How new a source is. */
    @Schema(name = "SourceFreshness")
    record FreshnessView(
            @JsonProperty("source") String source,

            @JsonProperty("newest")
            @Schema(description = "Of when its newest record is; null when it is empty.")
            @Nullable
            Instant newest,

            @JsonProperty("age_seconds") @Nullable Long ageSeconds,

            @JsonProperty("state") @Schema(allowableValues = {"fresh", "stale", "empty"})
            String state) {
        static FreshnessView of(ModelHealth.Freshness freshness) {
            return new FreshnessView(freshness.source(), freshness.newest(), freshness.ageSeconds(), freshness.state());
        }
    }

    /** What was predicted and what came of it. */
    @Schema(name = "Calibration")
    record CalibrationView(
            @JsonProperty("model") String model,
            @JsonProperty("metric") String metric,
            @JsonProperty("expected") double expected,
            @JsonProperty("observed") double observed,
            @JsonProperty("n") long n) {
        static CalibrationView of(ModelHealth.Calibration calibration) {
            return new CalibrationView(
                    calibration.model(),
                    calibration.metric(),
                    calibration.expected(),
                    calibration.observed(),
                    calibration.n());
        }
    }

    /** The training that is under way. */
    @Schema(name = "RunningTraining")
    record RetrainingView(
            @JsonProperty("job_id") UUID jobId,

            @JsonProperty("state") @Schema(allowableValues = {"queued", "running"})
            String state,

            @JsonProperty("stage") @Nullable String stage,

            @JsonProperty("progress") @Schema(minimum = "0", maximum = "1")
            double progress,

            @JsonProperty("eta_seconds") @Nullable Long etaSeconds) {
        static RetrainingView of(Retraining.Training training) {
            return new RetrainingView(
                    training.id(),
                    training.state().name().toLowerCase(Locale.ROOT),
                    training.stage(),
                    training.progress(),
                    training.etaSeconds());
        }
    }
}
