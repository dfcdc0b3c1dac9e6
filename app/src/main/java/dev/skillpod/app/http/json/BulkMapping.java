package dev.skillpod.app.http.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A route that takes 1 to 10,000 rows of one type, as a JSON array or as NDJSON, and answers in JSON. {@link JsonLines} reads
 * them; the OpenAPI document describes the body by {@link #row} and {@link #line}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestMapping(
        consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE},
        produces = MediaType.APPLICATION_JSON_VALUE)
public @interface BulkMapping {
    /** How it is called. */
    @AliasFor(annotation = RequestMapping.class, attribute = "method")
    RequestMethod method();

    /** Where it is, below the controller's own path. */
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String path() default "";

    /** The type of a row. */
    Class<?> row();

    /** What a line of NDJSON holds, such as {@code skill}. */
    String line();
}
