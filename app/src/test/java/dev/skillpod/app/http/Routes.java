package dev.skillpod.app.http;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The routes of the service as they are registered, with the examples of the OpenAPI document. */
final class Routes {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    private Routes() {}

    /**
     * A route.
     *
     * @param node what the document says of it; missing for a route that is not in it
     */
    record Route(String method, String pattern, JsonNode node) {
        /** Returns its path with an example for each variable, and a tenant where it names one. */
        String path(String tenant) {
            return VARIABLE.matcher(pattern).replaceAll(variable -> switch (variable.group(1)) {
                case "tenant_id" -> tenant;
                case "job_id", "path_id" -> "0b1f6a9e-2f0f-4d0e-9d0b-5a4a8a1c2d3e";
                default -> "x";
            });
        }

        /** Returns the example of its body about a tenant; null when it takes none. */
        String body(String tenant) {
            JsonNode content = node.path("requestBody").path("content").path("application/json");
            if (content.isMissingNode()) {
                return null;
            }
            JsonNode example = content.path("examples").path("example").path("value");
            return example.isMissingNode()
                    ? "{}"
                    : example.toString().replaceAll("\"tenant_id\":\"[^\"]*\"", "\"tenant_id\":\"" + tenant + "\"");
        }

        /** Whether its path or its body names a tenant. */
        boolean namesATenant() {
            String body = body("b");
            return pattern.contains("{tenant_id}") || (body != null && body.contains("\"tenant_id\""));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    /** Returns every route of ours. */
    static List<Route> all(RequestMappingHandlerMapping mapping, JsonNode document) {
        var routes = new ArrayList<Route>();
        var seen = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((condition, method) -> {
            if (!method.getBeanType().getName().startsWith("dev.skillpod.")) {
                return;
            }
            for (String pattern : condition.getPatternValues()) {
                for (var verb : condition.getMethodsCondition().getMethods()) {
                    if (seen.add(verb + " " + pattern)) {
                        String name = pattern.replaceAll(":[^}]+}", "}");
                        routes.add(new Route(
                                verb.name(),
                                pattern,
                                document.path("paths")
                                        .path(name)
                                        .path(verb.name().toLowerCase(java.util.Locale.ROOT))));
                    }
                }
            }
        });
        return routes;
    }
}
