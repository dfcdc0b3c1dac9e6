package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys in headers, tokens of an identity provider, and other origins. */
class SecurityTest extends GuardedHttpTest {
    private static final int UNKNOWN_KEYS = 50;

    @Test
    void aKeyIsNeededInEitherHeader() {
        var none = BodyPublishers.noBody();
        Reply refused = with(null, "GET", "/api/v1/skills");
        refused.problem(401);
        assertThat(refused.header("www-authenticate")).isEqualTo("Bearer");
        sendAs("GET", "/api/v1/skills", null, none, "x-service-token", "t'0ke").problem(401);
        sendAs("GET", "/api/v1/skills", null, none, "x-service-token", "").problem(401);
        sendAs("GET", "/api/v1/skills", null, none, "Authorization", "Basic t'0ken")
                .problem(401);
        for (String odd : new String[] {
            "Bearer",
            "Bearer ",
            "Bearer  ",
            "Bearer skp_",
            "Bearer skp_aaaaaaaaaaaa_",
            "Bearer a.b.c",
            "Bearer eyJ.eyJ.x",
            "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer \u00e4\u00f6",
            "t'0ken",
            "Bearer,t'0ken",
            "Bearer t'0ken,x"
        }) {
            sendAs("GET", "/api/v1/skills", null, none, "Authorization", odd).problem(401);
        }
        with(null, "GET", "/nothing").problem(401);
        with(null, "GET", "/error").problem(404);
        with(null, "GET", "/health;x=/../api/v1/skills").problem(401);
        with(null, "GET", "/docs/../api/v1/skills").problem(401);
        with(null, "GET", "/api/v1/skills;/health").problem(401);
        with(null, "GET", "//api/v1/skills").problem(401);
        assertThat(with(null, "GET", "/swagger-ui/..%2F..%2Fapi/v1/skills").status())
                .isEqualTo(404);
        assertThat(with(null, "GET", "/swagger-ui/%2e%2e/api/v1/skills").status())
                .isEqualTo(404);
        sendAs("GET", "/api/v1/skills", null, none, "x-service-token", TOKEN).ok();
        sendAs("GET", "/api/v1/skills", null, none, "Authorization", "bearer " + TOKEN)
                .ok();
        sendAs("GET", "/api/v1/skills", null, none, "x-service-token", "wrong", "Authorization", "Bearer " + TOKEN)
                .ok();
        sendAs("GET", "/api/v1/skills", null, none, "x-service-token", TOKEN, "Authorization", "Bearer wrong")
                .ok();
    }

    @Test
    void whatIsRefusedCountsUnderTheRouteItAskedForAndNamesNobody() {
        String learner = "/api/v1/learners/secret-tenant/secret-user";
        String template = "/api/v1/learners/{tenant_id}/{user_id}";
        String caller = key(Role.CALLER, null);
        with(null, "GET", learner).problem(401);
        with(caller, "PUT", learner, JSON, "{}").problem(403);
        with(null, "GET", "/no/such/secret-route").problem(401);

        // a request is metered after it was answered
        await(() -> {
            String metrics = with(ADMIN, "GET", "/metrics").response().body();
            return metrics.contains("status=\"401\",uri=\"" + template + "\"")
                    && metrics.contains("status=\"403\",uri=\"" + template + "\"");
        });
        assertThat(with(ADMIN, "GET", "/metrics").response().body()).doesNotContain("secret-");
        Reply refused = with(ADMIN, "GET", "/api/v1/service/requests?limit=500&status=403");
        assertThat(refused.ok().path("requests").findValuesAsString("route")).contains(template);
        Reply unknown = with(ADMIN, "GET", "/api/v1/service/requests?limit=500&status=401");
        assertThat(unknown.ok().path("requests").findValuesAsString("route"))
                .contains(template, "unmatched")
                .noneMatch(route -> route.contains("secret-"));
    }

    @Test
    void probesAndDocumentationNeedNone() {
        for (String path : new String[] {"/health", "/ready", "/live", "/v3/api-docs", "/swagger-ui/index.html"}) {
            assertThat(with(null, "GET", path).status()).as(path).isEqualTo(200);
            assertThat(with("wrong", "GET", path).status()).as(path).isEqualTo(200);
        }
        assertThat(with(null, "GET", "/docs").status()).isEqualTo(302);
        assertThat(with(null, "GET", "/openapi.json").header("location")).isEqualTo("/v3/api-docs");
    }

    @Test
    void aKeyIsMadeShownOnceUsedAndRevoked() {
        Reply made = with(
                ADMIN,
                "POST",
                "/api/v1/keys",
                JSON,
                "{\"role\":\"caller\",\"tenant_id\":\"acme\",\"name\":\"console\"}");
        assertThat(made.status()).isEqualTo(201);
        String key = made.json().path("key").asString();
        String id = made.json().path("key_id").asString();
        assertThat(key).startsWith("skp_" + id + "_").hasSize(60);
        assertThat(made.json().path("created_by").asString()).isEqualTo("ADMIN_KEY");

        await(() -> with(key, "GET", "/api/v1/skills").status() == 200);
        String wrong = key.substring(0, 59) + (key.endsWith("A") ? "B" : "A");
        with(wrong, "GET", "/api/v1/skills").problem(401);
        Reply listed = with(ADMIN, "GET", "/api/v1/keys");
        assertThat(listed.ok().path("keys").path(0).has("key")).isFalse();
        assertThat(listed.response().body()).doesNotContain(key.substring(17));

        assertThat(with(ADMIN, "DELETE", "/api/v1/keys/" + id)
                        .ok()
                        .path("revoked_at")
                        .asString())
                .isNotBlank();
        await(() -> with(key, "GET", "/api/v1/skills").status() == 401);
        with(ADMIN, "DELETE", "/api/v1/keys/none").problem(404);
        assertThat(with(ADMIN, "GET", "/api/v1/audit?limit=20").response().body())
                .contains("create key", "revoke key", "ADMIN_KEY", id)
                .doesNotContain(key.substring(17));
        Reply slip =
                with(ADMIN, "POST", "/api/v1/keys", JSON, "{\"role\":\"caller\",\"tenant\":\"acme\",\"name\":\"x\"}");
        assertThat(slip.problem(422).path("errors").path(0).path("field").asString())
                .isEqualTo("tenant");
        with(ADMIN, "POST", "/api/v1/keys", JSON, "{\"role\":\"admin\",\"tenant_id\":\"acme\",\"name\":\"x\"}")
                .problem(422);
        with(ADMIN, "POST", "/api/v1/keys", JSON, "{\"role\":\"root\",\"name\":\"x\"}")
                .problem(422);
    }

    @Test
    void knownKeysGoOnWhileTheStoreIsAwayAndUnknownOnesAreToldToComeBack() {
        String key = key(Role.CALLER, null);
        access.setAway(true);
        try {
            with(key, "GET", "/api/v1/skills").ok();
            with(TOKEN, "GET", "/api/v1/skills").ok();
            with(ADMIN, "GET", "/api/v1/keys").problem(503);
        } finally {
            access.setAway(false);
        }
    }

    @Test
    void tokensOfTheProviderOpenWhatTheirClaimsSay() {
        String caller = PROVIDER.token(Map.of("roles", List.of("skillpod:caller"), "tenant_id", "acme"));
        with(caller, "POST", GENERATE, JSON, generate("", "").replace("\"t\"", "\"acme\""))
                .ok();
        with(caller, "POST", GENERATE, JSON, generate("", "")).problem(403);
        with(caller, "GET", "/api/v1/learners").ok();
        with(caller, "GET", "/api/v1/learners?tenant_id=acme").ok();
        with(caller, "GET", "/api/v1/learners?tenant_id=other").problem(403);
        with(caller, "GET", "/api/v1/keys").problem(403);
        String admin = PROVIDER.token(Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*"));
        with(admin, "GET", "/api/v1/keys").ok();
        String boundAdmin = PROVIDER.token(Map.of("roles", List.of("skillpod:admin"), "tenant_id", "acme"));
        with(boundAdmin, "GET", "/api/v1/keys").problem(403);

        Map<String, Object> good = Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*");
        for (String bad : List.of(
                PROVIDER.forged(good),
                PROVIDER.unsigned(good),
                PROVIDER.token(Map.of("roles", List.of("admin"), "tenant_id", "*")),
                PROVIDER.token(Map.of("roles", List.of("skillpod:admin"))),
                PROVIDER.token(Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*", "aud", "other")),
                PROVIDER.token(Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*", "iss", "http://evil")),
                PROVIDER.token(Map.of(
                        "roles",
                        List.of("skillpod:admin"),
                        "tenant_id",
                        "*",
                        "exp",
                        Date.from(Instant.now().minusSeconds(3600)))))) {
            with(bad, "GET", "/api/v1/keys").problem(401);
        }
    }

    @Test
    void aTokenEndsAndIsATokenForAccess() {
        var claims = new HashMap<String, Object>(Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*"));
        for (String type : List.of("JWT", "at+jwt", "application/at+jwt")) {
            with(PROVIDER.token(type, claims), "GET", "/api/v1/keys").ok();
        }
        with(PROVIDER.token("logout+jwt", claims), "GET", "/api/v1/keys").problem(401);

        claims.put("exp", null);
        with(PROVIDER.token(claims), "GET", "/api/v1/keys").problem(401);
    }

    @Test
    void tokensOfUnknownKeysDoNotSendForTheProvidersKeysEachTime() {
        Map<String, Object> claims = Map.of("roles", List.of("skillpod:admin"), "tenant_id", "*");
        String good = PROVIDER.token(claims);
        with(good, "GET", "/api/v1/keys").ok();
        int before = PROVIDER.requests();
        for (int i = 0; i < UNKNOWN_KEYS; i++) {
            with(PROVIDER.ofUnknownKey("unknown-" + i, claims), "GET", "/api/v1/keys")
                    .problem(401);
            with(good, "GET", "/api/v1/keys").ok();
        }
        assertThat(PROVIDER.requests() - before).isLessThan(UNKNOWN_KEYS / 2);
    }

    @Test
    void onlyNamedOriginsMayCall() {
        var none = BodyPublishers.noBody();
        Reply preflight = sendAs(
                "OPTIONS",
                GENERATE,
                null,
                none,
                "Origin",
                "https://console.example.org",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,x-service-token");
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("access-control-allow-origin")).isEqualTo("https://console.example.org");
        sendAs(
                        "OPTIONS",
                        GENERATE,
                        null,
                        none,
                        "Origin",
                        "https://evil.example.org",
                        "Access-Control-Request-Method",
                        "POST")
                .problem(403);
        Reply named = sendAs("GET", "/live", null, none, "Origin", "https://b.example.org");
        assertThat(named.header("access-control-allow-origin")).isEqualTo("https://b.example.org");
    }

    @Test
    void whatIsLeftOfTheLimitIsTold() {
        Reply reply = with(TOKEN, "GET", "/api/v1/skills");
        assertThat(reply.header("ratelimit-limit")).isEqualTo("200000");
        assertThat(Integer.parseInt(reply.header("ratelimit-remaining"))).isPositive();
    }
}
