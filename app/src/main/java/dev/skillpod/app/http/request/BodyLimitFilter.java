package dev.skillpod.app.http.request;

import dev.skillpod.app.http.problem.Problem;
import dev.skillpod.app.http.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies longer than {@link BodyLimits} with 413: at once when the length is declared, and while reading when it is
 * not (chunked). Refuses compressed bodies with 415, unread: a short one may be a very long one. Gives up on bodies that come
 * too slowly ({@link LimitedStream}).
 */
public final class BodyLimitFilter extends OncePerRequestFilter {
    private final ProblemWriter problems;
    private final Duration grace;

    /** Answers through {@code problems}; a body may come slowly for {@code grace}. */
    BodyLimitFilter(ProblemWriter problems, Duration grace) {
        this.problems = problems;
        this.grace = grace;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long declared = request.getContentLengthLong();
        boolean chunked = declared < 0 && request.getHeader("Transfer-Encoding") != null;
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            response.setHeader("Accept-Encoding", "identity");
            problems.write(
                    request,
                    response,
                    Problem.of(
                            415,
                            "Unsupported media type",
                            "Content-Encoding must be left out: send the body as it is"));
        } else if (declared > BodyLimits.SINGLE && declared > BodyLimits.of(request)) {
            problems.write(request, response, new BodyTooLargeException(BodyLimits.of(request)).problem());
        } else if (chunked || declared > 0) {
            chain.doFilter(new LimitedRequest(request, BodyLimits.of(request), grace), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {
        private final long limit;
        private final Duration grace;

        LimitedRequest(HttpServletRequest request, long limit, Duration grace) {
            super(request);
            this.limit = limit;
            this.grace = grace;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), limit, grace);
        }
    }
}
