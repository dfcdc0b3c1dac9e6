package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** In Kubernetes, where Spring Boot would believe what a request says of its address. */
@TestPropertySource(properties = {"ML_SERVICE_TOKEN=token", "spring.main.cloud-platform=kubernetes"})
class ForwardedAddressTest extends HttpTest {
    /** Three times what one address may at once, and then more than it may per second. */
    private static final int WRONG_KEYS = 1_500;

    @Test
    void aClientDoesNotChooseTheAddressThatItsWrongKeysCountFor() {
        int status = 0;
        for (int i = 0; i < WRONG_KEYS && status != 429; i++) {
            status = sendAs(
                            "GET",
                            "/api/v1/skills",
                            null,
                            BodyPublishers.noBody(),
                            "x-service-token",
                            "wrong",
                            "X-Forwarded-For",
                            "203.0.%d.%d".formatted(i / 256, i % 256))
                    .status();
        }
        assertThat(status).isEqualTo(429);
    }
}
