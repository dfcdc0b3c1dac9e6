package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.serving.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of query parameters; null, for one that is not there, gives the default. */
public final class QueryValue {
    private QueryValue() {}

    /**
     * Reads a whole number.
     *
     * @throws InvalidRequestException when it is none or out of range
     */
    public static int integer(String name, @Nullable String text, int otherwise, int from, int to) {
        if (text == null) {
            return otherwise;
        }
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits && text.length() <= 10 ? Long.parseLong(text) : -1;
        if (value < from || value > to) {
            throw wrong(name, "an integer in [%d, %d]".formatted(from, to), text, ErrorCode.OUT_OF_RANGE);
        }
        return (int) value;
    }

    /**
     * Reads {@code true} or {@code false}.
     *
     * @throws InvalidRequestException when it is neither
     */
    public static boolean flag(String name, @Nullable String text, boolean otherwise) {
        return switch (text) {
            case null -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "true or false", text, ErrorCode.UNKNOWN_VALUE);
        };
    }

    /**
     * Reads one of some words or numbers.
     *
     * @param legal what is legal; the first is the default
     * @throws InvalidRequestException when it is none of them
     */
    public static String choice(String name, @Nullable String text, List<String> legal) {
        if (text == null) {
            return legal.getFirst();
        }
        if (!legal.contains(text)) {
            throw wrong(name, "one of " + String.join(", ", legal), text, ErrorCode.UNKNOWN_VALUE);
        }
        return text;
    }

    /**
     * Reads a name.
     *
     * @return null when it is not there
     * @throws InvalidRequestException when it cannot be one
     */
    public static @Nullable String name(String name, @Nullable String text) {
        return text == null ? null : PathId.check(name, text);
    }

    private static InvalidRequestException wrong(String name, String legal, String text, ErrorCode code) {
        return InvalidRequestException.invalid(name, "must be %s, was \"%s\"".formatted(legal, Excerpt.of(text)), code);
    }
}
