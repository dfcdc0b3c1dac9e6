package dev.skillpod.app.http.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.Retraining;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer to an order: where to follow the training, or what a training would see. */
@Schema(description = "Where to follow the training (202), or what one would be trained on (200, a dry run).")
public record RetrainAnswer(
        @JsonProperty("job_id") @Schema(description = "Null for a dry run.") @Nullable
        UUID jobId,

        @JsonProperty("state")
        @Schema(
                description =
                        "As that of the training: queued, running, succeeded, failed or cancelled; null for a dry run.")
        @Nullable
        String state,

        @JsonProperty("models") List<String> models,

        @JsonProperty("already_running")
        @Schema(
                description =
                        "Whether one of the models is being trained already; then nothing new began, and this is that"
                                + " training.")
        boolean alreadyRunning,

        @JsonProperty("dry_run") boolean dryRun,

        @JsonProperty("trained_on")
        @Schema(description = "Of a dry run: what each model would be trained on; else null.")
        @Nullable
        List<Preview> trainedOn) {

    /** What a model would be trained on. */
    @Schema(name = "TrainingPreview", description = "What a model would be trained on.")
    public record Preview(
            @JsonProperty("model") String model,

            @JsonProperty("data_from") @Schema(description = "The earliest record; null when there is none.") @Nullable
            Instant dataFrom,

            @JsonProperty("data_until") @Schema(description = "The newest record; null when there is none.") @Nullable
            Instant dataUntil,

            @JsonProperty("row_counts") Map<String, Long> rowCounts,

            @JsonProperty("parameters")
            @Schema(description = "seed, threads, and the settings of the training that are known before.")
            Map<String, String> parameters,

            @JsonProperty("enough") @Schema(description = "Whether the least that a training needs is there.")
            boolean enough,

            @JsonProperty("reason") @Schema(description = "What is missing; null when nothing is.") @Nullable
            String reason,

            @JsonProperty("expected_seconds")
            @Schema(
                    description =
                            "How long it would take, by the last successful training of the model and how the log has grown since;"
                                    + " null when there was none.")
            @Nullable
            Long expectedSeconds) {}

    /** Returns the wire form of a training that was ordered. */
    static RetrainAnswer of(Retraining.Placed placed) {
        Retraining.Training training = placed.training();
        return new RetrainAnswer(
                training.id(),
                training.state().name().toLowerCase(Locale.ROOT),
                training.models(),
                placed.alreadyRunning(),
                false,
                null);
    }

    /** Returns the wire form of a dry run. */
    static RetrainAnswer of(List<Retraining.Preview> previews) {
        return new RetrainAnswer(
                null,
                null,
                previews.stream().map(Retraining.Preview::model).toList(),
                false,
                true,
                previews.stream()
                        .map(p -> new Preview(
                                p.model(),
                                p.from(),
                                p.until(),
                                p.rows(),
                                p.parameters(),
                                p.enough(),
                                p.reason(),
                                p.expectedSeconds()))
                        .toList());
    }
}
