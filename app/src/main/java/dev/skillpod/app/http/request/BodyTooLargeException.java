package dev.skillpod.app.http.request;

import dev.skillpod.app.http.problem.Problem;
import java.io.IOException;

/** A body longer than its route takes. */
public final class BodyTooLargeException extends IOException {
    private final long limit;

    BodyTooLargeException(long limit) {
        super("body longer than " + limit + " bytes");
        this.limit = limit;
    }

    /** Returns what is answered. */
    public Problem problem() {
        return Problem.of(413, "Too large", "the body must be at most " + limit + " bytes");
    }
}
