package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.http.Routes.Route;
import dev.skillpod.app.security.Need;
import dev.skillpod.app.security.RouteRules;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Without keys, what is open is open to this machine, and no route of administrators is. */
class KeylessTest extends HttpTest {
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    RouteRules rules;

    @Test
    void onlyCallersAndIngestAreOpen() {
        int admin = 0;
        for (Route route :
                Routes.all(requestMappingHandlerMapping, get("/v3/api-docs").ok())) {
            String body = route.body("t");
            var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
            Need need = rules.named(route.method(), PathContainer.parsePath(route.path("t")));
            int status =
                    sendAs(route.method(), route.path("t"), JSON, publisher).status();
            if (need == Need.ADMIN) {
                admin++;
                assertThat(status).as(route.toString()).isEqualTo(401);
            } else {
                assertThat(status).as(route.toString()).isNotIn(401, 403, 500);
            }
        }
        assertThat(admin).isGreaterThanOrEqualTo(5);
        sendAs("GET", "/nothing", null, BodyPublishers.noBody()).problem(404);
    }

    @Test
    void aTokenThatNothingAsksForIsIgnored() {
        assertThat(sendAs("GET", "/api/v1/skills", null, BodyPublishers.noBody(), "x-service-token", "left over")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theAdminKeyOfThisStartIsShownOnce() {
        assertThat(access.timesShown()).isEqualTo(1);
        assertThat(get("/api/v1/keys").status()).isEqualTo(200);
    }

    /** A page elsewhere whose name leads to this machine (DNS rebinding) sends its own name as the host. */
    @Test
    void aPageOfElsewhereIsNotThisMachine() throws IOException {
        assertThat(raw("Host: evil.example.org")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: 10.1.2.3:8080")).startsWith("HTTP/1.1 401");
        assertThat(raw("Host: localhost:8080")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: 127.0.0.1")).startsWith("HTTP/1.1 200");
        assertThat(raw("Host: [::1]:8080")).startsWith("HTTP/1.1 200");
    }

    private String raw(String host) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            String request = "GET /api/v1/skills?limit=1 HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
