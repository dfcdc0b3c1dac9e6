package dev.skillpod.app.http.request;

import dev.skillpod.app.http.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies longer than {@link BodyLimits} with 413: at once when the length is declared, and while reading when it is
 * not (chunked).
 */
public final class BodyLimitFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;

    /** Answers through {@code problems}. */
    public BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long declared = request.getContentLengthLong();
        if (declared < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new LimitedRequest(request, BodyLimits.of(request)), response);
        } else if (declared > BodyLimits.SINGLE && declared > BodyLimits.of(request)) {
            problems.write(request, response, new BodyTooLargeException(BodyLimits.of(request)).problem());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {
        private final long limit;

        LimitedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit);
        }
    }
}
