package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.serving.Excerpt;

/** Checks ids that stand in the path of a request. */
public final class PathId {
    private PathId() {}

    /**
     * Returns the id when it has 1 to 200 characters, is not blank and holds no control character.
     *
     * @param name the name of the path variable, for the message
     */
    public static String check(String name, String id) {
        if (!Characters.name(id, Text.NAME)) {
            throw InvalidRequestException.invalid(
                    name,
                    "must have 1 to %d characters, one of them visible and none a control character, was \"%s\""
                            .formatted(Text.NAME, Excerpt.of(id)),
                    ErrorCode.OUT_OF_RANGE);
        }
        return id;
    }
}
