package dev.skillpod.app.http.problem;

import dev.skillpod.app.http.json.JsonErrors;
import dev.skillpod.app.http.request.BodyTooLargeException;
import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.serving.EventConflictException;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.catalog.CyclicPrerequisitesException;
import dev.skillpod.store.InvalidRecordException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** Turns whatever a request ends in into a problem. What nobody foresaw is logged and answered 500 without details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (exception) {
            case InvalidRequestException e -> writer.write(request, response, e.problem());
            case ProblemException e -> writer.write(request, response, e.problem(), e.retryAfter());
            case EventConflictException e -> writer.write(request, response, Problem.of(409, "Conflict", message(e)));
            case CyclicPrerequisitesException e ->
                writer.write(
                        request,
                        response,
                        InvalidRequestException.invalid(cycleField(request), cycle(e), ErrorCode.CONFLICT)
                                .problem());
            case StoreUnavailableException e ->
                writer.write(request, response, Problem.of(503, "Unavailable", message(e)), e.retryAfter());
            case dev.skillpod.store.StoreUnavailableException e ->
                writer.write(
                        request,
                        response,
                        Problem.of(503, "Unavailable", "the database does not answer"),
                        DATABASE_RETRY);
            case InvalidRecordException e ->
                writer.write(
                        request,
                        response,
                        InvalidRequestException.invalid(e.field(), e.problem(), ErrorCode.WRONG_FORMAT)
                                .problem());
            default -> answerOther(exception, request, response);
        }
    }

    private void answerOther(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BodyTooLargeException tooLarge = cause(exception, BodyTooLargeException.class);
        JacksonException json = cause(exception, JacksonException.class);
        if (tooLarge != null) {
            writer.write(request, response, tooLarge.problem());
        } else if (cause(exception, java.net.SocketTimeoutException.class) != null) {
            response.setHeader("Connection", "close");
            writer.write(request, response, Problem.of(408, "Too slow", "the body came too slowly"));
        } else if (cause(exception, org.apache.catalina.connector.ClientAbortException.class) != null
                || exception instanceof org.springframework.web.context.request.async.AsyncRequestNotUsableException) {
            LOG.debug("caller went away: {}", exception.toString());
        } else if (exception instanceof ErrorResponse error) {
            error.getHeaders().forEach((name, values) -> copyHeader(response, name, values));
            writer.write(request, response, StatusProblems.of(error, request));
        } else if (exception instanceof org.springframework.http.converter.HttpMessageNotReadableException) {
            writer.write(
                    request,
                    response,
                    json == null
                            ? Problem.of(400, "Malformed request", "the request needs a JSON body, had none or null")
                            : JsonErrors.problem(json).problem());
        } else if (badInput(exception)) {
            writer.write(request, response, Problem.of(400, "Malformed request", "the request cannot be read"));
        } else {
            LOG.error("request {} failed", RequestId.of(request), exception);
            writer.write(request, response, StatusProblems.bug());
        }
    }

    /** Whether Tomcat blames the request: undecodable parameters, or a body that ends too early. */
    private static boolean badInput(Exception exception) {
        return cause(exception, org.apache.tomcat.util.http.InvalidParameterException.class) != null
                || cause(exception, org.apache.coyote.BadRequestException.class) != null
                || cause(exception, org.springframework.http.InvalidMediaTypeException.class) != null;
    }

    private static void copyHeader(HttpServletResponse response, String name, List<String> values) {
        if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            values.forEach(value -> response.setHeader(name, value));
        }
    }

    /** Skills and contents both have prerequisites; their fields differ. */
    private static String cycleField(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/v1/contents") ? "prerequisite_content_ids" : "prerequisites";
    }

    private static String cycle(CyclicPrerequisitesException e) {
        return "must not form a cycle, formed " + String.join(" -> ", e.cycle());
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable exception, Class<T> type) {
        for (Throwable at = exception; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
