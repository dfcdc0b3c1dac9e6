package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.model.HealthViews.CalibrationView;
import dev.skillpod.app.http.model.HealthViews.DriftView;
import dev.skillpod.app.http.model.HealthViews.FreshnessView;
import dev.skillpod.app.http.model.HealthViews.RetrainingView;
import dev.skillpod.app.serving.ModelHealth;
import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.app.serving.ShadowAgreement;
import dev.skillpod.core.model.ModelAliases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the models in service. */
@RestController
@Tag(name = "models")
public class ModelsController {
    private final ModelStatus models;
    private final ModelHealth health;

    ModelsController(ModelStatus models, ModelHealth health) {
        this.models = models;
        this.health = health;
    }

    @GetMapping(path = "/api/v1/models/status", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "modelStatus",
            summary = "Show the models in service",
            description =
                    "What is loaded, trained when, on what, and what it scored on data held out before fitting; and"
                            + " whether it still fits: drift of features, freshness of the data, calibration of what was"
                            + " served.")
    ModelsView status() {
        Map<String, ModelAliases> aliases = models.aliases();
        Map<String, ShadowAgreement> shadows = models.shadows();
        return new ModelsView(
                models.loaded().stream()
                        .map(model -> ModelView.of(model, aliases.get(model.name()), shadows.get(model.name())))
                        .toList(),
                health.drift().stream().map(DriftView::of).toList(),
                health.freshness().stream().map(FreshnessView::of).toList(),
                health.calibration().stream().map(CalibrationView::of).toList(),
                health.retraining().map(RetrainingView::of).orElse(null));
    }

    /** The models in service. */
    @Schema(name = "Models")
    public record ModelsView(
            @JsonProperty("models") List<ModelView> models,

            @JsonProperty("drift") @Schema(description = "Empty until 300 lists were served by the model.")
            List<DriftView> drift,

            @JsonProperty("freshness") List<FreshnessView> freshness,

            @JsonProperty("calibration") @Schema(description = "Empty until served lists are three weeks old.")
            List<CalibrationView> calibration,

            @JsonProperty("retraining")
            @Schema(description = "The training that is under way; null when none is.")
            @Nullable
            RetrainingView retraining) {}

    /** A model in service. */
    @Schema(name = "Model")
    public record ModelView(
            @JsonProperty("name") String name,
            @JsonProperty("version") String version,
            @JsonProperty("algorithm") String algorithm,
            @JsonProperty("trained_at") Instant trainedAt,
            @JsonProperty("seed") long seed,

            @JsonProperty("data_from") @Schema(description = "The earliest event used.")
            Instant dataFrom,

            @JsonProperty("data_until") @Schema(description = "The end of the data window, exclusive.")
            Instant dataUntil,

            @JsonProperty("data_source") @Schema(description = "synthetic, real or mixed")
            String dataSource,

            @JsonProperty("row_counts") Map<String, Long> rowCounts,
            @JsonProperty("parameters") Map<String, String> parameters,
            @JsonProperty("metrics") Map<String, Double> metrics,

            @JsonProperty("code_version") @Schema(description = "The program that trained it; empty when not known.")
            String codeVersion,

            @JsonProperty("aliases") @Schema(description = "Versions by alias: champion, challenger, shadow.")
            Map<String, String> aliases,

            @JsonProperty("challenger_share")
            @Schema(description = "Share of the learners that the challenger answers.")
            double challengerShare,

            @JsonProperty("shadow_agreement")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "How far the shadow agrees with what was answered; only with a shadow.")
            @Nullable
            ShadowView shadowAgreement) {

        /** Returns the wire form. */
        static ModelView of(
                ModelStatus.LoadedModel model, @Nullable ModelAliases aliases, @Nullable ShadowAgreement shadow) {
            var from = model.provenance();
            return new ModelView(
                    model.name(),
                    model.version(),
                    from.algorithm(),
                    from.trainedAt(),
                    from.seed(),
                    from.dataFrom(),
                    from.dataUntil(),
                    from.dataSource(),
                    from.rowCounts(),
                    from.parameters(),
                    from.metrics(),
                    from.codeVersion(),
                    aliases == null ? Map.of() : AliasesView.byName(aliases),
                    aliases == null ? 0 : aliases.challengerShare(),
                    shadow == null ? null : ShadowView.of(shadow));
        }
    }
}
