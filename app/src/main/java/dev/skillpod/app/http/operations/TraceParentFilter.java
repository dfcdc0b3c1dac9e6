package dev.skillpod.app.http.operations;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers with the {@code traceparent} (W3C Trace Context) of the request's span, so that callers find it. */
final class TraceParentFilter extends OncePerRequestFilter {
    private final Tracer tracer;

    TraceParentFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.currentSpan();
        if (span != null && !span.isNoop()) {
            TraceContext context = span.context();
            response.setHeader(
                    "traceparent",
                    "00-" + context.traceId() + "-" + context.spanId() + "-"
                            + (Boolean.TRUE.equals(context.sampled()) ? "01" : "00"));
        }
        chain.doFilter(request, response);
    }
}
