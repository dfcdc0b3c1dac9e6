package dev.skillpod.app.http.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id: the caller's {@code x-request-id} when it is 1 to 128 letters, digits or {@code ._:/+=-}, else a
 * new one. The id is answered in the same header and stands in the log context as {@code request_id}, the caller's
 * {@code x-calling-service} as {@code calling_service}.
 */
public final class RequestIdFilter extends OncePerRequestFilter {
    private static final int LONGEST = 128;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(RequestId.HEADER);
        String id = safe(given) ? given : UUID.randomUUID().toString();
        RequestId.remember(request, id);
        response.setHeader(RequestId.HEADER, id);
        MDC.put("request_id", id);
        String caller = request.getHeader("x-calling-service");
        if (safe(caller)) {
            MDC.put("calling_service", caller);
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request_id");
            MDC.remove("calling_service");
        }
    }

    private static boolean safe(@Nullable String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && "._:/+=-".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
