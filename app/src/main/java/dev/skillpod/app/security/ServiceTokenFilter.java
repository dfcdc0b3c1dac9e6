package dev.skillpod.app.security;

import dev.skillpod.app.http.problem.Problem;
import dev.skillpod.app.http.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 401 to requests that carry the service's token neither in {@code x-service-token} nor as {@code Authorization:
 * Bearer}. Probes, the documentation and the console's files need no token. Tokens are compared in constant time.
 */
public final class ServiceTokenFilter extends OncePerRequestFilter {
    private static final Set<String> OPEN =
            Set.of("/", "/health", "/ready", "/live", "/docs", "/openapi.json", "/v3/api-docs", "/v3/api-docs.yaml");
    private static final Set<String> OPEN_BELOW = Set.of("/v3/api-docs/", "/swagger-ui/", "/assets/");
    private static final String BEARER = "Bearer ";

    private final byte[] token;
    private final ProblemWriter problems;

    /** Asks for {@code token}. */
    public ServiceTokenFilter(String token, ProblemWriter problems) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open(request.getServletPath())
                || matches(request.getHeader("x-service-token"))
                || matches(bearer(request.getHeader("Authorization")))) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(
                request,
                response,
                Problem.of(
                        401,
                        "Unauthorized",
                        "send the service's token as x-service-token or as Authorization: Bearer"));
    }

    /** Tomcat reads headers as ISO 8859-1, so that this gives back the bytes that were sent. */
    private boolean matches(@Nullable String given) {
        return given != null && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    private static boolean open(String path) {
        return OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    }
}
