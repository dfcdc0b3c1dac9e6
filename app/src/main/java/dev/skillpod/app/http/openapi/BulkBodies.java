package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.json.JsonLines;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the bodies of routes that take many rows, which read the request themselves. An annotation cannot pass a type on
 * to an annotation nested in another, so that the schema of {@link BulkMapping#row} is made here.
 */
final class BulkBodies implements OperationCustomizer, OpenApiCustomizer {
    private final Set<Class<?>> rows = ConcurrentHashMap.newKeySet();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        BulkMapping bulk = method.getMethodAnnotation(BulkMapping.class);
        if (bulk != null) {
            rows.add(bulk.row());
            operation.setRequestBody(body(bulk));
        }
        return operation;
    }

    /** Puts the schemas of the rows among the components. */
    @Override
    public void customise(OpenAPI document) {
        rows.forEach(row -> resolve(row).referencedSchemas.forEach(document.getComponents()::addSchemas));
    }

    private static RequestBody body(BulkMapping bulk) {
        var array = new JsonSchema();
        array.setTypes(Set.of("array"));
        array.setMinItems(1);
        array.setMaxItems(JsonLines.MOST);
        array.setItems(resolve(bulk.row()).schema);
        Schema<?> lines = Parameters.string(null).description("One " + bulk.line() + " a line.");
        return new RequestBody()
                .required(true)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                                new MediaType().schema(array))
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_NDJSON_VALUE,
                                new MediaType().schema(lines)));
    }

    private static ResolvedSchema resolve(Class<?> row) {
        return ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(row).resolveAsRef(true));
    }
}
