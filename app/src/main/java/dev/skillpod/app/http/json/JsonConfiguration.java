package dev.skillpod.app.http.json;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;

/** Makes the service's JSON mapper strict. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {
    /** The deepest nesting of a request, in levels. */
    public static final int MAX_DEPTH = 64;

    /** Longer than any body may be: texts have limits of their own, and a body that is too long is a 413. */
    private static final int MAX_STRING = 17 << 20;

    private static final int MAX_NUMBER = 400;
    private static final int MAX_NAME = 1_000;

    @Bean
    JsonFactoryBuilderCustomizer strictFactory() {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictMapper() {
        return mapper -> mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .addModule(new SimpleModule("strict-scalars")
                        .addDeserializer(Integer.class, new StrictInteger())
                        .addDeserializer(Double.class, new StrictDouble())
                        .addDeserializer(Boolean.class, new StrictBoolean())
                        .addDeserializer(String.class, new StrictString()));
    }
}
