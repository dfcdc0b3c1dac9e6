package dev.skillpod.app.http.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of requests and answers: the files {@code examples/OPERATION.request.json} and {@code
 * examples/OPERATION.response.json} beside this class. The tests send them.
 */
final class Examples {
    private final JsonMapper mapper;

    Examples(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Gives an operation its examples: the request's, and that of its successful answers. */
    void addTo(Operation operation) {
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            find(id + ".request")
                    .ifPresent(value -> put(operation.getRequestBody().getContent(), value));
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                find(id + ".response").ifPresent(value -> put(response.getContent(), value));
            }
        });
    }

    /** Returns the example of that name, as maps, lists and scalars. */
    Optional<Object> find(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            return file == null ? Optional.empty() : Optional.of(mapper.readValue(file, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("example " + name, e);
        }
    }

    private void put(Content content, Object value) {
        content.forEach((type, body) -> {
            boolean lines = type.equals(MediaType.APPLICATION_NDJSON_VALUE) && value instanceof List<?>;
            body.setExamples(Map.of("example", new Example().value(lines ? lines((List<?>) value) : value)));
        });
    }

    private String lines(List<?> values) {
        return values.stream().map(mapper::writeValueAsString).collect(Collectors.joining("\n", "", "\n"));
    }
}
