package dev.skillpod.app.security;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.config.Loopback;
import dev.skillpod.app.http.problem.Problem;
import dev.skillpod.app.http.problem.ProblemWriter;
import dev.skillpod.app.serving.AuditLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who sends a request and counts it; what they may do is decided by the filter after this one ({@link RoleDecision}).
 * The key is taken from {@code Authorization: Bearer} or {@code x-service-token}; when both are there, one good one is enough.
 */
final class KeyFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final RouteRules rules;
    private final KeyRing keys;
    private final Optional<OidcTokens> tokens;
    private final RateLimits limits;
    private final AuditLog audit;
    private final ProblemWriter problems;

    KeyFilter(
            RouteRules rules,
            KeyRing keys,
            Optional<OidcTokens> tokens,
            RateLimits limits,
            AuditLog audit,
            ProblemWriter problems) {
        this.rules = rules;
        this.keys = keys;
        this.tokens = tokens;
        this.limits = limits;
        this.audit = audit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Need need = rules.need(request);
        request.setAttribute(RoleDecision.NEED, need);
        if (need == Need.OPEN) {
            chain.doFilter(request, response);
            return;
        }
        switch (identify(request)) {
            case KeyRing.Found.Good good -> {
                Caller caller = good.caller();
                int wait = limits.request(caller, response);
                if (wait > 0) {
                    tooMany(request, response, "this key sends more requests per second than it may", wait);
                    return;
                }
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new CallerAuthentication(caller));
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
                record(caller, need, request, response);
            }
            case KeyRing.Found.None none -> refuse(request, response);
            case KeyRing.Found.Later later ->
                problems.write(
                        request, response, Problem.of(503, "Unavailable", "keys cannot be checked right now"), RETRY);
        }
    }

    /** Answers 401, or 429 to an address that has sent too many wrong keys. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int wait = limits.refused(request.getRemoteAddr());
        if (wait > 0) {
            tooMany(request, response, "this address sends too many requests without a good key", wait);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(
                request,
                response,
                Problem.of(
                        401,
                        "Unauthorized",
                        "send a key as Authorization: Bearer or, for services, as x-service-token"));
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, String why, int seconds)
            throws IOException {
        problems.write(request, response, Problem.of(429, "Too many requests", why), Duration.ofSeconds(seconds));
    }

    private KeyRing.Found identify(HttpServletRequest request) {
        KeyRing.Found unsure = null;
        for (String shown : shown(request)) {
            KeyRing.Found found = find(shown);
            if (found instanceof KeyRing.Found.Good) {
                return found;
            }
            unsure = found instanceof KeyRing.Found.Later ? found : unsure;
        }
        KeyRing.Found keyless = keys.withoutKey();
        if (keyless instanceof KeyRing.Found.Good && !fromThisMachine(request)) {
            return new KeyRing.Found.None();
        }
        return keyless instanceof KeyRing.Found.None && unsure != null ? unsure : keyless;
    }

    private KeyRing.Found find(String shown) {
        return tokens.isPresent() && OidcTokens.looksLikeOne(shown)
                ? tokens.get().read(shown)
                : keys.find(shown);
    }

    private static List<String> shown(HttpServletRequest request) {
        var shown = new ArrayList<String>(2);
        String bearer = bearer(request.getHeader("Authorization"));
        if (bearer != null) {
            shown.add(bearer);
        }
        String service = request.getHeader("x-service-token");
        if (service != null && !service.isEmpty()) {
            shown.add(service);
        }
        return shown;
    }

    private static @Nullable String bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /**
     * Whether a request without a key comes from this machine, and not from a page of elsewhere whose name was pointed at this
     * machine (DNS rebinding): such a page's browser still sends the page's name as the host.
     */
    private static boolean fromThisMachine(HttpServletRequest request) {
        return Loopback.is(request.getRemoteAddr()) && Loopback.is(request.getServerName());
    }

    /** Leaves no act of an administrator unrecorded, whoever wrote its route. */
    private void record(Caller caller, Need need, HttpServletRequest request, HttpServletResponse response) {
        boolean act = need == Need.ADMIN
                && !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD");
        if (act && !caller.keyless()) {
            audit.record(request.getMethod(), request.getRequestURI(), Integer.toString(response.getStatus()));
        }
    }
}
