package dev.skillpod.app.http.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes connections with an answer while the service drains, so that no caller sends its next request into a connection that
 * is just being closed.
 */
final class LastAnswerFilter extends OncePerRequestFilter {
    private final Draining draining;

    LastAnswerFilter(Draining draining) {
        this.draining = draining;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining.now()) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
