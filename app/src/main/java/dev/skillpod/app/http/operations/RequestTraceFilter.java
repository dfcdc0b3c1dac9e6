package dev.skillpod.app.http.operations;

import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.serving.RequestRecording;
import dev.skillpod.app.serving.RequestTrace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Records every request, and hands the recording to those who keep it when the request is answered. */
public final class RequestTraceFilter extends OncePerRequestFilter {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final RequestTrace trace;
    private final RequestRecording.Listener listener;
    private final RouteTemplates routes;
    private final List<RequestKeeper> keepers;

    /**
     * Makes one.
     *
     * @param listener is told of the steps of requests
     * @param routes names the routes
     * @param keepers are told of requests that were answered
     */
    RequestTraceFilter(
            RequestTrace trace,
            RequestRecording.Listener listener,
            RouteTemplates routes,
            List<RequestKeeper> keepers) {
        this.trace = trace;
        this.listener = listener;
        this.routes = routes;
        this.keepers = List.copyOf(keepers);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var recording = new RequestRecording(listener);
        long began = System.nanoTime();
        boolean answered = false;
        try {
            handle(request, response, chain, recording);
            answered = true;
        } finally {
            var done = new AnsweredRequest(
                    String.valueOf(RequestId.of(request)),
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    routes.of(request),
                    answered ? response.getStatus() : 500,
                    System.nanoTime() - began,
                    MDC.get("calling_service"),
                    recording);
            keepers.forEach(keeper -> keeper.keep(done));
        }
    }

    private void handle(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, RequestRecording recording)
            throws ServletException, IOException {
        try {
            trace.during(recording, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
