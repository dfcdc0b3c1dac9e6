package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The identity provider does not answer when the first token comes. */
@TestPropertySource(properties = "ML_SERVICE_TOKEN=token")
class ProviderAwayTest extends HttpTest {
    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final int TOKENS = 20;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("OIDC_ISSUER_URI", PROVIDER::issuer);
        registry.add("OIDC_AUDIENCE", () -> IdentityProvider.AUDIENCE);
    }

    private Reply with(String jwt, String serviceToken) {
        return sendAs(
                "GET",
                "/api/v1/skills",
                null,
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + jwt,
                "x-service-token",
                serviceToken);
    }

    @Test
    void tokensAreToldToComeBackOtherKeysGoOnAndTheProviderIsLeftInPeaceForAWhile() {
        String jwt = PROVIDER.token(Map.of("roles", List.of("skillpod:caller"), "tenant_id", "*"));
        PROVIDER.setAway(true);
        for (int i = 0; i < TOKENS; i++) {
            Reply refused = with(jwt, "wrong");
            refused.problem(503);
            assertThat(refused.header("retry-after")).isEqualTo("5");
            with(jwt, "token").ok();
        }
        assertThat(PROVIDER.requests()).isLessThan(TOKENS / 2);

        PROVIDER.setAway(false);
        GuardedHttpTest.await(() -> with(jwt, "wrong").status() == 200);
    }
}
