package dev.skillpod.app.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer after RFC 9457.
 *
 * @param type a URI that names the kind of problem
 * @param title the kind of problem in words, the same for every problem of the type
 * @param status the HTTP status
 * @param detail what is wrong with this request
 * @param instance the path of the request
 * @param requestId the id to quote when asking about it
 * @param errors the fields at fault, or null when it is not about fields
 * @param totalErrors how many there are in all when only some are told, or null
 */
@Schema(description = "An error answer after RFC 9457.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @JsonProperty("type") String type,
        @JsonProperty("title") String title,
        @JsonProperty("status") int status,
        @JsonProperty("detail") String detail,
        @JsonProperty("instance") @Nullable String instance,
        @JsonProperty("request_id") @Nullable String requestId,
        @JsonProperty("errors") @Nullable List<FieldError> errors,

        @JsonProperty("total_errors")
        @Schema(description = "How many errors there are in all; errors has the first 100.")
        @Nullable
        Integer totalErrors) {

    /** The media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Returns a problem that is not about fields. */
    public static Problem of(int status, String title, String detail) {
        return new Problem(type(title), title, status, detail, null, null, null, null);
    }

    /** Returns a problem of some fields, of {@code total} in all. */
    public static Problem ofFields(int status, String title, String detail, List<FieldError> errors, int total) {
        return new Problem(
                type(title), title, status, detail, null, null, errors, total > errors.size() ? total : null);
    }

    /** Returns the problem with the request it belongs to. */
    Problem at(String instance, @Nullable String requestId) {
        return new Problem(type, title, status, detail, instance, requestId, errors, totalErrors);
    }

    private static String type(String title) {
        return "urn:skillpod:problem:"
                + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
