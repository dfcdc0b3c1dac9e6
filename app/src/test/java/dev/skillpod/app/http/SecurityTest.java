package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The service's token and other origins. */
@TestPropertySource(
        properties = {"ML_SERVICE_TOKEN=t'0ken", "CORS_ORIGINS= https://console.example.org ,https://b.example.org"})
class SecurityTest extends HttpTest {

    @Test
    void theTokenIsNeededInEitherHeader() {
        var none = BodyPublishers.noBody();
        Reply refused = get("/api/v1/skills");
        refused.problem(401);
        assertThat(refused.header("www-authenticate")).isEqualTo("Bearer");
        send("GET", "/api/v1/skills", null, none, "x-service-token", "t'0ke").problem(401);
        send("GET", "/api/v1/skills", null, none, "x-service-token", "").problem(401);
        send("GET", "/api/v1/skills", null, none, "Authorization", "Basic t'0ken")
                .problem(401);
        get("/nothing").problem(401);
        get("/health;x=/../api/v1/skills").problem(401);
        get("/docs/../api/v1/skills").problem(401);
        assertThat(get("/swagger-ui/..%2F..%2Fapi/v1/skills").status()).isEqualTo(404);
        assertThat(get("/swagger-ui/%2e%2e/api/v1/skills").status()).isEqualTo(401);
        send("GET", "/api/v1/skills", null, none, "x-service-token", "t'0ken").ok();
        send("GET", "/api/v1/skills", null, none, "Authorization", "bearer t'0ken")
                .ok();
        send("GET", "/api/v1/skills", null, none, "x-service-token", "wrong", "Authorization", "Bearer t'0ken")
                .ok();
    }

    @Test
    void probesAndDocumentationNeedNone() {
        for (String path : new String[] {"/health", "/ready", "/live", "/v3/api-docs", "/swagger-ui/index.html"}) {
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(get("/docs").status()).isEqualTo(302);
        assertThat(get("/openapi.json").header("location")).isEqualTo("/v3/api-docs");
    }

    @Test
    void onlyNamedOriginsMayCall() {
        var none = BodyPublishers.noBody();
        Reply preflight = send(
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
        send(
                        "OPTIONS",
                        GENERATE,
                        null,
                        none,
                        "Origin",
                        "https://evil.example.org",
                        "Access-Control-Request-Method",
                        "POST")
                .problem(403);
        Reply named = send("GET", "/live", null, none, "Origin", "https://b.example.org");
        assertThat(named.header("access-control-allow-origin")).isEqualTo("https://b.example.org");
    }
}
