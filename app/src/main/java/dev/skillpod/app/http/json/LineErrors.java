package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the lines of one request: the first hundred in full, the rest by number. */
public final class LineErrors {
    private static final int MOST = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private int total;
    private boolean malformed;

    /** Adds an error of a line. */
    public void add(int line, FieldError error) {
        total++;
        malformed |= error.code() == ErrorCode.MALFORMED || error.code() == ErrorCode.WRONG_TYPE;
        if (errors.size() < MOST) {
            errors.add(error.atLine(line));
        }
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return total == 0;
    }

    /** Throws the request's problem unless nothing was added: 400 when a line could not be read, else 422. */
    public void throwIfAny() {
        if (total > 0) {
            throw InvalidRequestException.lines(malformed, errors, total);
        }
    }
}
