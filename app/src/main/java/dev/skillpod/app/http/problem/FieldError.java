package dev.skillpod.app.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field the path in the request, such as {@code user_context.skills[0].current_level}; empty for the whole body
 * @param message the legal values, and the value found
 * @param code the kind of error
 * @param line the line or element of a request that has many, from 1; else null
 */
@Schema(description = "What is wrong with one field of the request.")
public record FieldError(
        @JsonProperty("field") @Schema(description = "Path of the field in the request; empty for the whole body.")
        String field,

        @JsonProperty("message") @Schema(description = "The legal values, and the value found.")
        String message,

        @JsonProperty("code") ErrorCode code,

        @JsonProperty("line")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Line of NDJSON or element of an array, from 1; only in requests that have many.")
        @Nullable
        Integer line) {

    /** An error of a request that is one value. */
    public FieldError(String field, String message, ErrorCode code) {
        this(field, message, code, null);
    }

    /** Returns the same error, placed at a line. */
    public FieldError atLine(int line) {
        return new FieldError(field, message, code, line);
    }

    /** Returns the same error of a field that lies under {@code parent}. */
    public FieldError under(String parent) {
        return new FieldError(field.isEmpty() ? parent : parent + "." + field, message, code, line);
    }
}
