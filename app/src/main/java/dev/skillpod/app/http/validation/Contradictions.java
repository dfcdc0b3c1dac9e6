package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.serving.Excerpt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds what cannot be true together. */
public final class Contradictions {
    private Contradictions() {}

    /** Returns an error for each entry of a list whose id an earlier one has. */
    public static <T> List<FieldError> repeated(String list, String field, List<T> entries, Function<T, String> id) {
        var errors = new ArrayList<FieldError>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String at = id.apply(entries.get(i));
            if (!seen.add(at)) {
                errors.add(new FieldError(
                        "%s[%d].%s".formatted(list, i, field),
                        "must occur once, occurred again: \"" + Excerpt.of(at) + '"',
                        ErrorCode.CONFLICT));
            }
        }
        return errors;
    }
}
