package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.serving.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a body that is a list of ids. */
public final class Ids {
    private static final int MOST_ERRORS = 100;

    private Ids() {}

    /**
     * Returns the ids without repetitions, in the order sent.
     *
     * @param kind what they are ids of, such as {@code skill}
     * @param most the most ids of one request
     * @throws InvalidRequestException when there are none or too many, or one is no name
     */
    public static List<String> check(String kind, List<@Nullable String> sent, int most) {
        if (sent.isEmpty() || sent.size() > most) {
            throw InvalidRequestException.invalid(
                    "", "must have 1 to " + most + " " + kind + " ids, had " + sent.size(), ErrorCode.OUT_OF_RANGE);
        }
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < sent.size() && errors.size() < MOST_ERRORS; i++) {
            String id = sent.get(i);
            if (id == null) {
                errors.add(new FieldError("[" + i + "]", "must be a string, was null", ErrorCode.REQUIRED));
            } else if (!Characters.name(id, Text.NAME)) {
                String message =
                        "must have 1 to %d characters, one of them visible and none a control character, was \"%s\""
                                .formatted(Text.NAME, Excerpt.of(id));
                errors.add(new FieldError("[" + i + "]", message, ErrorCode.OUT_OF_RANGE));
            }
        }
        if (!errors.isEmpty()) {
            throw InvalidRequestException.invalid(errors);
        }
        return sent.stream().map(String::valueOf).distinct().toList();
    }
}
