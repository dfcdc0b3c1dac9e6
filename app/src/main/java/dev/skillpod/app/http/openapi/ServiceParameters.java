package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.models.parameters.Parameter;

/** Describes the parameters of the inspector of requests. */
final class ServiceParameters {
    private ServiceParameters() {}

    static void describe(Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("How many requests at most.")
                        .schema(Parameters.integer(1, 500, 50))
                        .example(50);
            case "route" ->
                parameter
                        .description("Only requests of this route, by its template.")
                        .schema(Parameters.string(Text.NAME))
                        .example("/api/v1/recommendations/generate");
            case "status" ->
                parameter
                        .description("Only requests that were answered with this status.")
                        .schema(Parameters.integer(100, 599))
                        .example(200);
            default -> {}
        }
    }
}
