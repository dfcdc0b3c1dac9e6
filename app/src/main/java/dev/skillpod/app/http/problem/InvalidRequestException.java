package dev.skillpod.app.http.problem;

import java.util.List;

/** A request that cannot be answered because of what it says; names each field at fault. */
public final class InvalidRequestException extends RuntimeException {
    private final transient Problem problem;

    private InvalidRequestException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** 400: the request cannot be read: not JSON, or of another JSON type. */
    public static InvalidRequestException malformed(List<FieldError> errors) {
        return of(400, errors, errors.size());
    }

    /** 422: the request can be read, but values are not legal. */
    public static InvalidRequestException invalid(List<FieldError> errors) {
        return of(422, errors, errors.size());
    }

    /** 422: one field's value is not legal. */
    public static InvalidRequestException invalid(String field, String message, ErrorCode code) {
        return invalid(List.of(new FieldError(field, message, code)));
    }

    /** 403: one field names what the caller may not touch. */
    public static InvalidRequestException forbidden(FieldError error) {
        return of(403, List.of(error), 1);
    }

    /** 400 or 422 for a request of many lines, of whose errors the first are told. */
    public static InvalidRequestException lines(boolean malformed, List<FieldError> errors, int total) {
        return of(malformed ? 400 : 422, errors, total);
    }

    /** Returns what is answered. */
    public Problem problem() {
        return problem;
    }

    private static InvalidRequestException of(int status, List<FieldError> errors, int total) {
        FieldError first = errors.getFirst();
        String detail = (first.line() == null ? "" : "line " + first.line() + ": ")
                + (first.field().isEmpty() ? "the body" : first.field())
                + " "
                + first.message()
                + (total > 1 ? " (and " + (total - 1) + " more)" : "");
        String title = switch (status) {
            case 400 -> "Malformed request";
            case 403 -> "Forbidden";
            default -> "Invalid request";
        };
        return new InvalidRequestException(Problem.ofFields(status, title, detail, List.copyOf(errors), total));
    }
}
