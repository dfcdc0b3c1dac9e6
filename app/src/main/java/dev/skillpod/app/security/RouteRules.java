package dev.skillpod.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which route needs which role: all of it, and only here. The first rule that fits counts. Paths are split and decoded as
 * Spring MVC does it, by the same code, so that a rule and a controller cannot disagree about what a path means. Thread-safe.
 *
 * <p>A route that no rule names needs the role admin. A path that no route answers needs any key.
 */
public final class RouteRules {
    private record Rule(Set<String> methods, PathPattern path, Need need) {
        boolean fits(String method, PathContainer requested) {
            return (methods.isEmpty() || methods.contains(method)) && path.matches(requested);
        }
    }

    private static final String LEARNER = "/api/v1/learners/{tenant_id}/{user_id}";

    private final List<Rule> rules = new ArrayList<>();
    private final KnownRoutes routes;

    RouteRules(KnownRoutes routes) {
        this.routes = routes;
        rule(Need.OPEN, "", "/live", "/ready", "/health", "/error");
        rule(
                Need.OPEN,
                "",
                "/docs",
                "/openapi.json",
                "/v3/api-docs.yaml",
                "/v3/api-docs",
                "/v3/api-docs/**",
                "/swagger-ui/**");
        rule(Need.OPEN, "GET", "/", "/index.html", "/favicon.ico", "/favicon.svg", "/assets/**");
        rule(Need.METRICS, "GET", "/metrics");
        rule(Need.CALLER, "POST", "/api/v1/recommendations/**", "/api/v1/skill-gaps/**");
        rule(Need.CALLER, "GET POST", "/api/v1/trends/**");
        rule(Need.CALLER, "", "/api/v1/learning-paths/**");
        rule(Need.CALLER, "GET DELETE", "/api/v1/jobs/**");
        rule(Need.CALLER, "GET", "/api/v1/models/status", "/api/v1/learners", LEARNER, LEARNER + "/mastery");
        rule(Need.INGEST, "POST", "/api/v1/events");
        rule(Need.INGEST, "PUT DELETE", LEARNER);
        rule(Need.INGEST, "GET", LEARNER + "/export");
        for (String shared : new String[] {"skills", "roles", "contents", "postings", "demand"}) {
            rule(Need.CALLER, "GET", "/api/v1/" + shared + "/**");
            rule(Need.INGEST_SHARED, "PUT POST PATCH DELETE", "/api/v1/" + shared + "/**");
        }
        rule(Need.ADMIN, "", "/api/v1/models/**", "/api/v1/service/**", "/api/v1/keys/**", "/api/v1/audit");
    }

    private void rule(Need need, String methods, String... paths) {
        Set<String> some = methods.isEmpty() ? Set.of() : Set.of(methods.split(" "));
        for (String path : paths) {
            rules.add(new Rule(some, PathPatternParser.defaultInstance.parse(path), need));
        }
    }

    /** Returns what a request needs. */
    Need need(HttpServletRequest request) {
        RequestPath path = ServletRequestPathUtils.parseAndCache(request);
        Need named = named(request.getMethod(), path.pathWithinApplication());
        if (named != null) {
            return named;
        }
        return routes.answers(request) ? Need.ADMIN : Need.ANY_KEY;
    }

    /** Returns what a rule says, or null when none names the route. */
    public @Nullable Need named(String method, PathContainer path) {
        String meant = method.equals("HEAD") ? "GET" : method;
        for (Rule rule : rules) {
            if (rule.fits(meant, path)) {
                return rule.need();
            }
        }
        return null;
    }
}
