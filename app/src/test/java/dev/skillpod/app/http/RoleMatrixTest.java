package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.access.Role;
import dev.skillpod.app.http.Routes.Route;
import dev.skillpod.app.security.Need;
import dev.skillpod.app.security.RouteRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every role, with and without a tenant, at every route that is registered. */
class RoleMatrixTest extends GuardedHttpTest {
    /** What the agreed surface says, for the routes there are; a new route is checked against its own rule. */
    private static final Map<Need, List<String>> AGREED = Map.of(
            Need.OPEN,
            List.of("GET /live", "GET /ready", "GET /health", "GET /openapi.json"),
            Need.CALLER,
            List.of(
                    "POST /api/v1/recommendations/generate",
                    "POST /api/v1/recommendations/batch",
                    "POST /api/v1/skill-gaps/analyze",
                    "POST /api/v1/skill-gaps/predict",
                    "GET /api/v1/trends/top",
                    "POST /api/v1/trends/analyze",
                    "POST /api/v1/learning-paths/generate",
                    "GET /api/v1/jobs/{job_id}",
                    "GET /api/v1/skills",
                    "GET /api/v1/models/status",
                    "GET /api/v1/learners/{tenant_id}/{user_id}"),
            Need.INGEST,
            List.of(
                    "POST /api/v1/events",
                    "PUT /api/v1/learners/{tenant_id}/{user_id}",
                    "DELETE /api/v1/learners/{tenant_id}/{user_id}",
                    "GET /api/v1/learners/{tenant_id}/{user_id}/export"),
            Need.INGEST_SHARED,
            List.of(
                    "PUT /api/v1/skills",
                    "PUT /api/v1/contents/{content_id}",
                    "PUT /api/v1/demand",
                    "PUT /api/v1/postings"),
            Need.ADMIN,
            List.of(
                    "POST /api/v1/models/retrain",
                    "POST /api/v1/keys",
                    "GET /api/v1/keys",
                    "DELETE /api/v1/keys/{key_id}",
                    "GET /api/v1/audit"));

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    RouteRules rules;

    private List<Route> routes() {
        return Routes.all(
                requestMappingHandlerMapping, with(null, "GET", "/v3/api-docs").ok());
    }

    private Need declared(Route route) {
        return rules.named(route.method(), PathContainer.parsePath(route.path("a")));
    }

    @Test
    void everyRouteHasARoleOfItsOwnAndTheAgreedOne() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(35);
        assertThat(routes)
                .allSatisfy(route ->
                        assertThat(declared(route)).as(route.toString()).isNotNull());
        AGREED.forEach((need, agreed) -> {
            for (String name : agreed) {
                Route route = routes.stream()
                        .filter(r -> r.toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no route " + name));
                assertThat(declared(route)).as(name).isEqualTo(need);
            }
        });
    }

    @Test
    void everyRoleAtEveryRoute() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("none", null);
        keys.put("wrong", "skp_aaaaaaaaaaaa_" + "x".repeat(43));
        keys.put("caller", key(Role.CALLER, null));
        keys.put("caller of a", key(Role.CALLER, "a"));
        keys.put("ingest", key(Role.INGEST, null));
        keys.put("ingest of a", key(Role.INGEST, "a"));
        keys.put("admin", ADMIN);
        keys.put("token", TOKEN);
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            Need need = declared(route);
            keys.forEach((who, key) -> {
                int status = with(key, route.method(), route.path("a"), JSON, route.body("a"))
                        .status();
                String expected = expected(need, who);
                String seen = status == 401 || status == 403 ? Integer.toString(status) : "in";
                if (!seen.equals(expected) || status == 500) {
                    wrong.add(route + " as " + who + ": " + status + " instead of " + expected);
                }
            });
        }
        System.out.printf(
                "%d routes, each as %d callers: %d not as agreed%n", routes().size(), keys.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static String expected(Need need, String who) {
        if (need == Need.OPEN) {
            return "in";
        }
        if (who.equals("none") || who.equals("wrong")) {
            return "401";
        }
        boolean in = switch (need) {
            case OPEN, ANY_KEY -> true;
            case CALLER -> !who.startsWith("ingest");
            case INGEST -> !who.startsWith("caller");
            case INGEST_SHARED -> List.of("ingest", "token", "admin").contains(who);
            case ADMIN, METRICS -> who.equals("admin");
        };
        return in ? "in" : "403";
    }

    @Test
    void aKeyOfATenantNamesNoOther() {
        String caller = key(Role.CALLER, "a");
        String ingest = key(Role.INGEST, "a");
        int checked = 0;
        for (Route route : routes()) {
            if (!route.namesATenant() || declared(route) == Need.ADMIN) {
                continue;
            }
            checked++;
            String key = declared(route) == Need.CALLER ? caller : ingest;
            JsonNode problem = with(key, route.method(), route.path("b"), JSON, route.body("b"))
                    .problem(403);
            assertThat(problem.path("errors").path(0).path("field").asString())
                    .as(route.toString())
                    .contains("tenant_id");
        }
        // generate, analyze, path, events, and four of a learner; predict's example is a list of skills.
        assertThat(checked).isGreaterThanOrEqualTo(8);
        System.out.println(checked + " routes name a tenant: another one's is 403 at each");
        String personal = "{\"user_context\":{\"user_id\":\"u\",\"tenant_id\":\"b\"},\"skill_ids\":[\"django\"]}";
        with(caller, "POST", "/api/v1/skill-gaps/predict", JSON, personal).problem(403);
        with(caller, "GET", "/api/v1/learning-paths/0b1f6a9e-2f0f-4d0e-9d0b-5a4a8a1c2d3e?tenant_id=b")
                .problem(403);
    }

    @Test
    void whatBelongsToAnotherTenantIsAsIfItWereNotThere() {
        String a = key(Role.CALLER, "a");
        String b = key(Role.CALLER, "b");
        Reply batch = with(a, "POST", "/api/v1/recommendations/batch", JSON, "[\"u\"]");
        assertThat(batch.status()).isEqualTo(202);
        String job = "/api/v1/jobs/" + batch.json().path("job_id").asString();

        assertThat(with(a, "GET", job).ok().path("tenant_id").asString()).isEqualTo("a");
        assertThat(with(TOKEN, "GET", job).status()).isEqualTo(200);
        Reply absent = with(b, "GET", "/api/v1/jobs/0b1f6a9e-2f0f-4d0e-9d0b-5a4a8a1c2d3e");
        for (Reply theirs : List.of(with(b, "GET", job), with(b, "GET", job + "/results"), with(b, "DELETE", job))) {
            assertThat(theirs.problem(404).path("detail"))
                    .isEqualTo(absent.problem(404).path("detail"));
        }
        var other = java.net.http.HttpRequest.BodyPublishers.ofString("[\"u\"]");
        sendAs("POST", "/api/v1/recommendations/batch", JSON, other, "Authorization", "Bearer " + a, "x-tenant-id", "b")
                .problem(403);
    }
}
