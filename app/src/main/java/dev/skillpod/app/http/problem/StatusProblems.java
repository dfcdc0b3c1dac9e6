package dev.skillpod.app.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** The problems that follow from an HTTP status or from what Spring found wrong with a request. */
final class StatusProblems {
    private StatusProblems() {}

    /** The problem of an exception that knows its status. */
    static Problem of(ErrorResponse error, HttpServletRequest request) {
        return switch (error) {
            case HttpRequestMethodNotSupportedException e ->
                Problem.of(
                        405,
                        "Method not allowed",
                        "%s is not supported here; supported: %s"
                                .formatted(
                                        e.getMethod(),
                                        String.join(
                                                ", ",
                                                e.getSupportedMethods() == null
                                                        ? new String[] {}
                                                        : e.getSupportedMethods())));
            case MissingServletRequestParameterException e ->
                InvalidRequestException.invalid(e.getParameterName(), "is required", ErrorCode.REQUIRED)
                        .problem();
            case HttpMediaTypeNotAcceptableException e ->
                Problem.of(406, "Not acceptable", "this can be answered only as " + list(e));
            case HttpMediaTypeException e ->
                Problem.of(415, "Unsupported media type", "Content-Type must be " + list(e));
            default -> of(error.getStatusCode().value(), request);
        };
    }

    /** The problem of a bare status. */
    static Problem of(int status, HttpServletRequest request) {
        return switch (status) {
            case 404 -> Problem.of(404, "Not found", "there is nothing at this path");
            case 405 -> Problem.of(405, "Method not allowed", request.getMethod() + " is not supported here");
            case 413 -> Problem.of(413, "Too large", "the request is too large");
            case 414, 431 -> Problem.of(status, "Too large", "path, query or headers are too long");
            default ->
                status >= 500
                        ? bug()
                        : Problem.of(status, "Malformed request", "the request cannot be read (status " + status + ")");
        };
    }

    /** The problem of a bug: says nothing but that it is one. */
    static Problem bug() {
        return Problem.of(500, "Internal error", "this is a bug; quote the request_id to report it");
    }

    private static String list(HttpMediaTypeException e) {
        List<String> types = e.getSupportedMediaTypes().stream()
                .filter(t -> !t.isWildcardSubtype())
                .map(MediaType::toString)
                .distinct()
                .toList();
        return types.isEmpty() ? "application/json" : String.join(" or ", types);
    }
}
