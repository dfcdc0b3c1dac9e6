package dev.skillpod.app.http.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that is not about single fields, such as 404 or 409. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable Duration retryAfter;

    private ProblemException(Problem problem, @Nullable Duration retryAfter) {
        super(problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** 404: there is nothing of that id. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, "Not found", detail), null);
    }

    /** 409: it contradicts what is there. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, "Conflict", detail), null);
    }

    /** 409: it contradicts what is there, for these reasons. */
    public static ProblemException conflict(String detail, List<FieldError> errors) {
        return errors.isEmpty()
                ? conflict(detail)
                : new ProblemException(Problem.ofFields(409, "Conflict", detail, errors, errors.size()), null);
    }

    /** 501: the route is agreed on, but nothing answers it yet. */
    public static ProblemException notBuiltYet(String detail) {
        return new ProblemException(Problem.of(501, "Not built yet", detail), null);
    }

    /** 503: not now; {@code retryAfter} says when. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(Problem.of(503, "Unavailable", detail), retryAfter);
    }

    /** Returns what is answered. */
    public Problem problem() {
        return problem;
    }

    /** Returns when to try again, or null when trying again would not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
