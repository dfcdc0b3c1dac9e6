package dev.skillpod.app.http.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets schemas say what the service enforces: a component that is not {@link Nullable} is required, one that is may be null
 * or left out, and constraints (also of list elements) become ranges, lengths, patterns and enumerations.
 */
final class RecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        Class<?> raw = raw(type.getType());
        if (resolved != null && raw.isRecord() && raw.getName().startsWith("dev.skillpod.")) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
            if (model != null && model.getProperties() != null) {
                describe(model, raw);
            }
        }
        return resolved;
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case JavaType java -> java.getRawClass();
            case ParameterizedType generic -> raw(generic.getRawType());
            case Class<?> plain -> plain;
            default -> Object.class;
        };
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    private static void describe(Schema<?> model, Class<?> raw) {
        var required = new ArrayList<String>();
        for (RecordComponent component : raw.getRecordComponents()) {
            JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
            Schema<?> property = name == null ? null : model.getProperties().get(name.value());
            if (name == null || property == null) {
                continue;
            }
            ConstraintSchemas.apply(property, component.getAccessor());
            elements(property, component);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.getProperties().put(name.value(), nullable(property));
            } else if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) { // else it may be left out
                required.add(name.value());
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static void elements(Schema<?> property, RecordComponent component) {
        if (property.getItems() != null
                && component.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && list.getAnnotatedActualTypeArguments().length == 1) {
            ConstraintSchemas.apply(property.getItems(), list.getAnnotatedActualTypeArguments()[0]);
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            var none = new JsonSchema();
            none.setTypes(Set.of("null"));
            var either = new JsonSchema();
            either.setAnyOf(List.of(property, none));
            return either;
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            property.addEnumItemObject(null);
        }
        return property;
    }
}
