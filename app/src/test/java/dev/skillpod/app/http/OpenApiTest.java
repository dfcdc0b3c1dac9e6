package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The document is complete and its examples work. */
class OpenApiTest extends HttpTest {
    private static final Set<String> NOT_API = Set.of("/", "/error", "/openapi.json");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private record Operation(String method, String path, JsonNode node) {
        String id() {
            return node.path("operationId").asString();
        }

        boolean built() {
            return !node.path("responses").has("501");
        }
    }

    @Test
    void everyRouteIsThereWithExamplesAndErrors() {
        List<Operation> operations = operations();
        assertThat(document().path("openapi").asString()).startsWith("3.1");
        assertThat(operations.stream().map(o -> o.method() + " " + o.path()))
                .containsExactlyInAnyOrderElementsOf(routes());
        for (Operation operation : operations) {
            assertThat(operation.node().path("summary").asString())
                    .as(operation.id())
                    .isNotBlank();
            operation
                    .node()
                    .path("parameters")
                    .forEach(p -> assertThat(p.has("example"))
                            .as(operation.id() + " " + p.path("name"))
                            .isTrue());
            if (operation.built()) {
                contents(operation)
                        .forEach(body -> assertThat(body.path("examples"))
                                .as(operation.id() + " " + body)
                                .isNotEmpty());
            }
            if (operation.path().startsWith("/api/")) {
                assertThat(operation.node().path("responses").propertyNames())
                        .as(operation.id())
                        .contains("400", "401", "406", "503");
            }
        }
        assertThat(document().path("components").path("responses").path("422").toString())
                .contains("application/problem+json", "#/components/schemas/Problem", "example");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        String text = get("/v3/api-docs").response().body();
        JsonNode document = document();
        var references =
                java.util.regex.Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(text);
        int found = 0;
        while (references.find()) {
            found++;
            assertThat(document.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
        assertThat(found).isPositive();
    }

    @Test
    void exampleRequestsAreAccepted() {
        for (Operation operation : operations()) {
            JsonNode body = operation.node().path("requestBody").path("content");
            for (String type : body.propertyNames()) {
                JsonNode value =
                        body.path(type).path("examples").path("example").path("value");
                String text = value.isString() ? value.asString() : value.toString();
                String path = operation.path();
                for (JsonNode parameter : operation.node().path("parameters")) {
                    path = path.replace(
                            "{" + parameter.path("name").asString() + "}",
                            parameter.path("example").asString());
                }
                Reply reply = send(operation.method(), path, type, BodyPublishers.ofString(text));
                assertThat(reply.status())
                        .as(operation.id() + " " + type + ": "
                                + reply.response().body())
                        .isBetween(200, 299);
            }
        }
    }

    @Test
    void exampleAnswersHaveTheRealFields() {
        JsonNode schemas = document().path("components").path("schemas");
        for (Operation operation : operations()) {
            operation
                    .node()
                    .path("responses")
                    .forEach(response -> response.path("content").forEach(body -> {
                        JsonNode example = body.path("examples").path("example").path("value");
                        String name =
                                body.path("schema").path("$ref").asString("").replaceAll(".*/", "");
                        if (example.isObject() && schemas.has(name)) {
                            assertThat(new TreeSet<>(schemas.path(name)
                                            .path("properties")
                                            .propertyNames()))
                                    .as(operation.id())
                                    .containsAll(example.propertyNames());
                            schemas.path(name)
                                    .path("required")
                                    .forEach(field -> assertThat(example.has(field.asString()))
                                            .as(operation.id() + " " + field)
                                            .isTrue());
                        }
                    }));
        }
    }

    @Test
    void limitsOfTheCodeAreInTheSchemas() {
        JsonNode schemas = document().path("components").path("schemas");
        JsonNode level = schemas.path("SkillLevel").path("properties").path("current_level");
        assertThat(level.path("minimum").asInt(-1)).isZero();
        assertThat(level.path("maximum").asInt()).isEqualTo(100);
        JsonNode context = schemas.path("UserContext");
        assertThat(context.path("properties").path("skills").path("maxItems").asInt())
                .isEqualTo(500);
        assertThat(context.path("required").toString()).isEqualTo("[\"tenant_id\",\"user_id\"]");
        assertThat(context.path("properties")
                        .path("experience_level")
                        .path("enum")
                        .toString())
                .isEqualTo("[\"BEGINNER\",\"INTERMEDIATE\",\"ADVANCED\",\"EXPERT\",null]");
        JsonNode request = schemas.path("GenerateRequest").path("properties");
        assertThat(request.path("recent_signals").path("maxItems").asInt()).isEqualTo(1000);
        assertThat(request.path("filter_content_types").path("items").path("enum"))
                .hasSize(13);
        assertThat(mostIds("/api/v1/recommendations/batch")).isEqualTo(10_000);
        assertThat(mostIds("/api/v1/trends/analyze")).isEqualTo(20);
    }

    @Test
    void swaggerUiIsServedFromTheJar() {
        assertThat(get("/docs").status()).isEqualTo(302);
        assertThat(get("/swagger-ui/index.html").response().body())
                .contains("swagger-ui-bundle.js")
                .doesNotContain("https://");
        assertThat(get("/swagger-ui/swagger-ui-bundle.js").status()).isEqualTo(200);
    }

    private int mostIds(String path) {
        return document()
                .path("paths")
                .path(path)
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("maxItems")
                .asInt();
    }

    private JsonNode document() {
        return get("/v3/api-docs").ok();
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        JsonNode paths = document().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                operations.add(new Operation(
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        paths.path(path).path(method)));
            }
        }
        return operations;
    }

    private static List<JsonNode> contents(Operation operation) {
        var contents = new ArrayList<JsonNode>();
        operation.node().path("requestBody").path("content").forEach(contents::add);
        JsonNode responses = operation.node().path("responses");
        for (String status : responses.propertyNames()) {
            if (status.startsWith("2")) {
                responses.path(status).path("content").forEach(contents::add);
            }
        }
        return contents;
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("dev.skillpod.")) {
                mapping.getPatternValues().stream()
                        .filter(path -> !NOT_API.contains(path))
                        // What a part of a path may look like is no part of its name.
                        .map(path -> path.replaceAll(":[^}]+}", "}"))
                        .forEach(path ->
                                mapping.getMethodsCondition().getMethods().forEach(m -> routes.add(m + " " + path)));
            }
        });
        return routes;
    }
}
