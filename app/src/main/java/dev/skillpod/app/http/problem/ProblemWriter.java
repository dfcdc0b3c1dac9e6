package dev.skillpod.app.http.problem;

import dev.skillpod.app.http.request.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems straight to the response, whatever the caller said it accepts: an error that cannot be told in the wanted
 * type must be told nevertheless. Thread-safe.
 */
@Component
public class ProblemWriter {
    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Answers with a problem. Does nothing when an answer is under way already. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, problem, null);
    }

    /** Answers with a problem and, when it is not null, says when to try again. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, Problem problem, @Nullable Duration retryAfter)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (retryAfter != null) {
            response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        byte[] body = mapper.writeValueAsBytes(problem.at(request.getRequestURI(), RequestId.of(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
