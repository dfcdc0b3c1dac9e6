package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.serving.Excerpt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses fields that nobody knows, in the few requests where a slip of the pen would do much: a key for every tenant, a training
 * where a dry run was meant. Everywhere else the contract has unknown fields ignored.
 */
public final class UnknownFields {
    private static final int MOST = 20;

    private UnknownFields() {}

    /**
     * Checks that there are none.
     *
     * @param unknown the fields that were left over, or null
     * @param known the names of those that there are
     * @throws InvalidRequestException naming each
     */
    public static void refuse(@Nullable Map<String, Object> unknown, List<String> known) {
        if (unknown == null || unknown.isEmpty()) {
            return;
        }
        throw InvalidRequestException.invalid(unknown.keySet().stream()
                .limit(MOST)
                .map(name -> new FieldError(
                        Excerpt.of(name),
                        "is not known here; known are " + String.join(", ", known),
                        ErrorCode.UNKNOWN_VALUE))
                .toList());
    }
}
