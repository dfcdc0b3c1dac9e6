package dev.skillpod.app.http.training;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.app.serving.Retraining;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to train again. */
@Schema(
        description =
                "What to train again. All of it may be left out; the body then is {}. Fields that are not known are refused.",
        additionalProperties = AdditionalPropertiesValue.FALSE)
public record RetrainRequest(
        @JsonProperty("models")
        @Schema(description = "Names of models, as GET /api/v1/models/status shows them; left out, all.")
        @Size(min = 1, max = 100)
        @Nullable
        List<@NotNull @Text String> models,

        @JsonProperty("parameters")
        @Schema(
                description =
                        "seed, 0 to 2147483647: the same seed and data give the same model. threads, 1 to the number of"
                                + " processors: left out, half of them, which leaves serving its latency.",
                example = "{\"seed\":7,\"threads\":1}")
        @Nullable
        Map<String, @Nullable Integer> parameters,

        @JsonProperty("dry_run")
        @Schema(
                description = "Whether to say only what would be trained on, and train nothing.",
                defaultValue = "false")
        @Nullable
        Boolean dryRun,

        @JsonProperty("promote")
        @Schema(
                description = "if_better lets a new version serve when the gate lets it; never only keeps it.",
                defaultValue = "if_better")
        @Nullable
        String promote,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {
    static final List<String> FIELDS = List.of("models", "parameters", "dry_run", "promote");

    private static final String SEED = "seed";
    private static final String THREADS = "threads";
    private static final String IF_BETTER = "if_better";
    private static final String NEVER = "never";

    /** Returns the order; the constraints of the fields must hold. */
    Retraining.Order order(Retraining retraining, String requestedBy) {
        var errors = new ArrayList<FieldError>();
        List<String> names = models == null ? List.of() : models;
        for (int i = 0; i < names.size(); i++) {
            if (!retraining.models().contains(names.get(i))) {
                errors.add(unknown("models[" + i + "]", retraining.models(), names.get(i)));
            }
        }
        Map<String, @Nullable Integer> given = parameters == null ? Map.of() : parameters;
        given.keySet().stream()
                .filter(name -> !name.equals(SEED) && !name.equals(THREADS))
                .sorted()
                .limit(20)
                .forEach(name -> errors.add(new FieldError(
                        "parameters",
                        "must hold seed and threads only, held \"%s\"".formatted(Excerpt.of(name)),
                        ErrorCode.UNKNOWN_VALUE)));
        Integer seed = inRange(SEED, given.get(SEED), 0, Integer.MAX_VALUE, errors);
        Integer threads = inRange(THREADS, given.get(THREADS), 1, retraining.mostThreads(), errors);
        if (promote != null && !promote.equals(IF_BETTER) && !promote.equals(NEVER)) {
            errors.add(unknown("promote", List.of(IF_BETTER, NEVER), promote));
        }
        if (!errors.isEmpty()) {
            throw InvalidRequestException.invalid(errors);
        }
        return new Retraining.Order(
                names, seed == null ? null : seed.longValue(), threads, !NEVER.equals(promote), requestedBy);
    }

    private static @Nullable Integer inRange(
            String name, @Nullable Integer value, int from, int to, List<FieldError> errors) {
        if (value != null && (value < from || value > to)) {
            errors.add(new FieldError(
                    "parameters." + name,
                    "must be in [%d, %d], was %d".formatted(from, to, value),
                    ErrorCode.OUT_OF_RANGE));
        }
        return value;
    }

    private static FieldError unknown(String field, List<String> legal, String found) {
        return new FieldError(
                field,
                "must be one of %s, was \"%s\"".formatted(String.join(", ", legal), Excerpt.of(found)),
                ErrorCode.UNKNOWN_VALUE);
    }
}
