package dev.skillpod.app.http.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.model.GateView;
import dev.skillpod.app.serving.Retraining;
import dev.skillpod.core.model.GateVerdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A training as it stands. */
@Schema(name = "Training", description = "A training as it stands.")
public record TrainingView(
        @JsonProperty("job_id") UUID jobId,

        @JsonProperty("state") @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
        String state,

        @JsonProperty("models") List<String> models,

        @JsonProperty("stage")
        @Schema(description = "What it does now; null before it begins and after it ended.")
        @Nullable
        String stage,

        @JsonProperty("stages") List<Stage> stages,

        @JsonProperty("progress")
        @Schema(
                description =
                        "Share of the expected time that has gone by; as long as no earlier training says how long one"
                                + " takes, the share of its models that are done.",
                minimum = "0",
                maximum = "1")
        double progress,

        @JsonProperty("eta_seconds")
        @Schema(
                description =
                        "Expected seconds to go, by the last successful training and how the log has grown since; null"
                                + " as long as there was none, and after the end.")
        @Nullable
        Long etaSeconds,

        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt,

        @JsonProperty("trigger") @Schema(allowableValues = {"request", "schedule", "freshness"})
        String trigger,

        @JsonProperty("requested_by") String requestedBy,

        @JsonProperty("results") @Schema(description = "The models done so far.")
        List<Result> results,

        @JsonProperty("error") @Schema(description = "Why it failed; null unless it did.") @Nullable
        String error) {

    /** A step of the training of a model. */
    @Schema(name = "TrainingStage", description = "A step of the training of a model.")
    public record Stage(
            @JsonProperty("model") String model,
            @JsonProperty("name") String name,

            @JsonProperty("state") @Schema(allowableValues = {"running", "succeeded", "failed", "cancelled"})
            String state,

            @JsonProperty("started_at") Instant startedAt,
            @JsonProperty("finished_at") @Nullable Instant finishedAt) {}

    /** What came of a model. */
    @Schema(name = "TrainingResult", description = "What came of a model.")
    public record Result(
            @JsonProperty("model") String model,

            @JsonProperty("version")
            @Schema(description = "The new version; null when there was too little data.")
            @Nullable
            String version,

            @JsonProperty("promoted") @Schema(description = "Whether it serves from then on.")
            boolean promoted,

            @JsonProperty("gate") @Schema(description = "What the gate said; null when it was not asked.") @Nullable
            GateView gate,

            @JsonProperty("reason")
            @Schema(description = "Why it was not trained or does not serve; null when it does.")
            @Nullable
            String reason) {}

    /** Returns the wire form. */
    static TrainingView of(Retraining.Training training) {
        return new TrainingView(
                training.id(),
                word(training.state()),
                training.models(),
                training.stage(),
                training.stages().stream()
                        .map(s -> new Stage(s.model(), s.name(), word(s.state()), s.startedAt(), s.finishedAt()))
                        .toList(),
                training.progress(),
                training.etaSeconds(),
                training.createdAt(),
                training.startedAt(),
                training.finishedAt(),
                training.trigger(),
                training.requestedBy(),
                training.results().stream().map(TrainingView::result).toList(),
                training.error());
    }

    private static Result result(Retraining.Result result) {
        GateVerdict gate = result.gate();
        return new Result(
                result.model(),
                result.version(),
                result.promoted(),
                gate == null ? null : GateView.of(gate),
                result.reason());
    }

    private static String word(Retraining.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
