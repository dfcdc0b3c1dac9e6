package dev.skillpod.app.http.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers, in place of Tomcat's HTML page, what Tomcat refuses before any filter sees it: a path that cannot be decoded, a
 * broken header. Tomcat makes it by its name, so it has no collaborators.
 */
public final class ProblemErrorValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String kind = status >= 500 ? "Internal error" : status == 404 ? "Not found" : "Malformed request";
        String detail = status >= 500
                ? "this is a bug"
                : "the request line or its headers cannot be read (status " + status + ")";
        String body = "{\"type\":\"urn:skillpod:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(kind.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), kind, status, detail);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("error answer not sent", e);
        }
    }
}
