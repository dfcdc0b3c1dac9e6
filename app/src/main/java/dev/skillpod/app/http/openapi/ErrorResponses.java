package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Declares the error answers: each once among the components, and by reference at the operations that can give it. */
final class ErrorResponses {
    private final JsonMapper mapper;

    ErrorResponses(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Puts every error answer, with an example, among the components. */
    void define(Components components) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        var wrongType = new FieldError(
                "user_context.skills[0].current_level",
                "must be an integer in [0, 100], was \"high\"",
                ErrorCode.WRONG_TYPE);
        var outOfRange = new FieldError(
                "user_context.skills[0].current_level", "must be in [0, 100], was 120", ErrorCode.OUT_OF_RANGE);
        define(components, "400", fields(400, "Malformed request", wrongType), "The request cannot be read.");
        define(components, "401", Problem.of(401, "Unauthorized", "send a key"), "The key is missing or not good.");
        define(
                components,
                "403",
                Problem.of(403, "Forbidden", "this needs a key with the role admin"),
                "The key has not the role, or belongs to another tenant than the one named.");
        ApiResponse often = define(
                components,
                "429",
                Problem.of(429, "Too many requests", "this key sends more requests per second than it may"),
                "Too often; Retry-After says when to come back.");
        often.addHeaderObject(
                "Retry-After",
                new Header().description("Seconds after which to try again.").schema(new IntegerSchema()));
        define(
                components,
                "404",
                Problem.of(404, "Not found", "there is nothing of this id"),
                "There is no such thing.");
        define(
                components,
                "406",
                Problem.of(406, "Not acceptable", "this can be answered only as application/json"),
                "The Accept header allows no answer.");
        define(components, "408", Problem.of(408, "Too slow", "the body came too slowly"), "The body came too slowly.");
        define(
                components,
                "409",
                Problem.of(409, "Conflict", "event ids already used with a different content: e-17"),
                "It contradicts what is there.");
        define(
                components,
                "413",
                Problem.of(413, "Too large", "the body must be at most 1048576 bytes"),
                "The body is too long: 1 MiB; 4 MiB for a list of user ids, 16 MiB for events and many rows.");
        define(
                components,
                "415",
                Problem.of(415, "Unsupported media type", "Content-Type must be application/json"),
                "The Content-Type cannot be read.");
        define(
                components,
                "422",
                fields(422, "Invalid request", outOfRange),
                "The request can be read, but a value is not legal; errors name field, legal range and value found.");
        ApiResponse unavailable = define(
                components,
                "503",
                Problem.of(503, "Unavailable", "the database cannot be reached"),
                "Not now; Retry-After says when.");
        unavailable.addHeaderObject(
                "Retry-After",
                new Header().description("Seconds after which to try again.").schema(new IntegerSchema()));
    }

    /** Declares at an operation what can go wrong with it. */
    void addTo(Operation operation, String path) {
        if (!path.startsWith("/api/")) {
            return;
        }
        boolean body = operation.getRequestBody() != null;
        boolean parameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        refer(operation, "400", "401", "403", "406", "429", "503");
        if (body || parameters) {
            refer(operation, "422");
        }
        if (body) {
            refer(operation, "408", "413", "415");
        }
        if (path.contains("{") && !"PUT".equals(method(operation))) {
            refer(operation, "404");
        }
        if (List.of(
                        "appendEvents",
                        "cancelJob",
                        "getPath",
                        "changePath",
                        "promoteModel",
                        "rollBackModel",
                        "cancelTraining")
                .contains(operation.getOperationId())) {
            refer(operation, "409");
        }
    }

    private static @Nullable String method(Operation operation) {
        return operation.getOperationId().startsWith("put") ? "PUT" : null;
    }

    private static void refer(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation.getResponses().addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status));
        }
    }

    private static Problem fields(int status, String title, FieldError error) {
        return Problem.ofFields(status, title, error.field() + " " + error.message(), List.of(error), 1);
    }

    private ApiResponse define(Components components, String status, Problem problem, String description) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        media.setExamples(Map.of("example", new Example().value(mapper.convertValue(problem, Map.class))));
        var response = new ApiResponse()
                .description(description)
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, media));
        components.addResponses(status, response);
        return response;
    }
}
