package dev.skillpod.app.http.trend;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.validation.Characters;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.serving.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the list of skills that are to be compared. */
final class SkillIds {
    /** The most skills of one request. */
    static final int MOST = 20;

    private SkillIds() {}

    /** Returns the ids without repetitions, in the order sent. */
    static List<String> check(List<@Nullable String> sent) {
        if (sent.isEmpty() || sent.size() > MOST) {
            throw InvalidRequestException.invalid(
                    "", "must have 1 to " + MOST + " skill ids, had " + sent.size(), ErrorCode.OUT_OF_RANGE);
        }
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < sent.size(); i++) {
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
