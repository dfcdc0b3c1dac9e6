package dev.skillpod.app.http;

import dev.skillpod.app.access.Role;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.BooleanSupplier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service with every kind of key configured, and with little patience; its subclasses share one. */
@TestPropertySource(
        properties = {
            "ML_SERVICE_TOKEN=t'0ken",
            "ADMIN_KEY=administrators-only",
            "RATE_LIMIT_PER_SECOND=100000",
            "CORS_ORIGINS= https://console.example.org ,https://b.example.org",
            "server.tomcat.connection-timeout=2s",
            "skillpod.http.body-grace=1s"
        })
abstract class GuardedHttpTest extends HttpTest {
    static final String TOKEN = "t'0ken";
    static final String ADMIN = "administrators-only";
    static final IdentityProvider PROVIDER = new IdentityProvider();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("OIDC_ISSUER_URI", PROVIDER::issuer);
        registry.add("OIDC_AUDIENCE", () -> IdentityProvider.AUDIENCE);
    }

    /** Sends with a key, or with none when it is null. */
    Reply with(String key, String method, String path, String contentType, String body) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return key == null
                ? sendAs(method, path, contentType, publisher)
                : sendAs(method, path, contentType, publisher, "Authorization", "Bearer " + key);
    }

    Reply with(String key, String method, String path) {
        return with(key, method, path, null, null);
    }

    /** Makes a key as another replica would, and waits until this one knows it. */
    String key(Role role, String tenant) {
        String key = access.make(role, tenant);
        await(() -> with(key, "GET", "/nothing").status() == 404);
        return key;
    }

    static void await(BooleanSupplier condition) {
        for (int i = 0; i < 600; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("not so within 12 s");
    }
}
