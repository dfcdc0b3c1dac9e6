package dev.skillpod.app.http.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Names the route that a request asked for, by its template. A request that was refused before it came to a controller (401,
 * 403, 413, 429) counts under the route it asked for, too, here and in what Spring observes. Thread-safe.
 */
final class RouteTemplates {
    /** The route of a request that no controller answers. */
    static final String UNMATCHED = "unmatched";

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    /** Asks for the mappings late: filters are made before them. */
    RouteTemplates(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Returns the template of an answered request's route, of a bounded set. */
    String of(HttpServletRequest request) {
        Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (matched != null) {
            return matched.toString();
        }
        Optional<String> asked = asked(request);
        asked.ifPresent(template -> ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.setPathPattern(template)));
        return asked.orElse(UNMATCHED);
    }

    private Optional<String> asked(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(route -> route.getMethodsCondition().getMatchingCondition(request) != null)
                .flatMap(route -> patterns(route, request).stream())
                .min(Comparator.naturalOrder())
                .map(PathPattern::getPatternString);
    }

    private static Set<PathPattern> patterns(RequestMappingInfo route, HttpServletRequest request) {
        var paths = route.getPathPatternsCondition();
        var matching = paths == null ? null : paths.getMatchingCondition(request);
        return matching == null ? Set.of() : matching.getPatterns();
    }
}
