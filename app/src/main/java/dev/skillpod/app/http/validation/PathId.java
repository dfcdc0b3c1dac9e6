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
        int length = id.codePointCount(0, id.length());
        if (length < 1 || length > Text.NAME || Blank.is(id)) {
            throw InvalidRequestException.invalid(
                    name,
                    "must have 1 to " + Text.NAME + " characters, was \"" + Excerpt.of(id) + '"',
                    ErrorCode.OUT_OF_RANGE);
        }
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw InvalidRequestException.invalid(
                    name, "must not contain control characters, was \"" + Excerpt.of(id) + '"', ErrorCode.WRONG_FORMAT);
        }
        return id;
    }
}
