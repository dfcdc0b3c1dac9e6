package dev.skillpod.app.security;

import dev.skillpod.app.http.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses requests of other origins with a problem. */
final class ProblemCorsProcessor extends DefaultCorsProcessor {
    private static final byte[] BODY = """
            {"type":"urn:skillpod:problem:forbidden","title":"Forbidden","status":403,\
            "detail":"CORS_ORIGINS does not name this origin, or the method is not allowed across origins"}""".getBytes(StandardCharsets.UTF_8);

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        response.getBody().write(BODY);
        response.flush();
    }
}
