package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Set;

/** Describes the parameters of the trends. */
final class TrendParameters {
    private TrendParameters() {}

    /** Gives a parameter its schema, description and example. */
    static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "periods_ahead" ->
                parameter
                        .description("Months ahead.")
                        .schema(Parameters.integer(1, 52, 12))
                        .example(12);
            case "include_confidence_intervals" ->
                parameter
                        .description("Whether bounds are wanted.")
                        .schema(flag(true))
                        .example(true);
            case "coverage" ->
                parameter
                        .description("The probability that a month lies within its bounds.")
                        .schema(words("number", List.of(0.95, 0.8)))
                        .example(0.95);
            case "history" ->
                parameter
                        .description("Whether the known months are wanted.")
                        .schema(flag(false))
                        .example(false);
            case "region" ->
                parameter
                        .description("A region of the demand history; left out for the whole market.")
                        .schema(Parameters.string(Text.NAME))
                        .example("north");
            case "direction" ->
                parameter
                        .description("Skills that grow, or that shrink.")
                        .schema(words("string", List.of("rising", "falling")))
                        .example("rising");
            case "limit" ->
                parameter
                        .description("How many skills at most.")
                        .schema(Parameters.integer(1, 50, 10))
                        .example(10);
            default -> {}
        }
    }

    private static Schema<?> flag(boolean otherwise) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of("boolean"));
        schema.setDefault(otherwise);
        return schema;
    }

    private static Schema<?> words(String type, List<Object> legal) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        schema.setEnum(legal);
        schema.setDefault(legal.getFirst());
        return schema;
    }
}
