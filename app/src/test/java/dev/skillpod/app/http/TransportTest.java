package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes wrong around the body: paths, methods, types, sizes, encodings, the store, and bugs. */
class TransportTest extends HttpTest {

    @AfterEach
    void heal() {
        learners.setAway(false);
        recommender.before(request -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/assets/nothing.js",
                "/api/v1/nothing",
                "/api/v1/recommendations",
                "/api/v1/skills/a/b",
                "/error"
            })
    void unknownPathsAre404(String path) {
        get(path).problem(404);
    }

    @Test
    void otherMethodsAre405AndTypesAre415And406() {
        assertThat(get(GENERATE).problem(405).path("detail").asString()).contains("POST");
        assertThat(send("PATCH", "/api/v1/skills", JSON, BodyPublishers.ofString("{}"))
                        .header("allow"))
                .contains("PUT");
        var body = BodyPublishers.ofString(generate("", ""));
        assertThat(send("POST", GENERATE, "text/plain", body)
                        .problem(415)
                        .path("detail")
                        .asString())
                .contains(JSON);
        send("POST", GENERATE, "application/x-www-form-urlencoded", body).problem(415);
        send("POST", GENERATE, "nonsense", body).problem(415);
        send("POST", GENERATE, JSON + ";charset=nonsense", body).problem(415);
        send("POST", GENERATE, null, body).problem(415);
        send("POST", GENERATE, JSON, body, "Accept", "text/html").problem(406);
        send("POST", GENERATE, JSON, body, "Accept", "nonsense").problem(406);
        assertThat(send("POST", GENERATE, JSON + ";charset=utf-8", body, "Accept", "*/*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void longBodiesAre413WhetherDeclaredOrChunked() {
        byte[] large = generate("", "\"x\":\"" + "y".repeat(2 << 20) + "\"").getBytes(StandardCharsets.UTF_8);

        assertThat(send("POST", GENERATE, JSON, BodyPublishers.ofByteArray(large))
                        .problem(413)
                        .path("detail")
                        .asString())
                .contains("1048576");
        InputStream stream = new ByteArrayInputStream(large);
        send("POST", GENERATE, JSON, BodyPublishers.ofInputStream(() -> stream)).problem(413);
        byte[] bulk = ("[" + " ".repeat(17 << 20) + "]").getBytes(StandardCharsets.UTF_8);
        send("POST", "/api/v1/events", JSON, BodyPublishers.ofByteArray(bulk)).problem(413);
        InputStream lines = new ByteArrayInputStream(bulk);
        send("PUT", "/api/v1/contents", NDJSON, BodyPublishers.ofInputStream(() -> lines))
                .problem(413);
        assertThat(post(GENERATE, generate("", "")).status()).isEqualTo(200);
    }

    @Test
    void aChunkedBodyWithinTheLimitIsRead() {
        InputStream stream = new ByteArrayInputStream(generate("", "").getBytes(StandardCharsets.UTF_8));

        assertThat(send("POST", GENERATE, JSON, BodyPublishers.ofInputStream(() -> stream))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void invalidUtf8Is400() {
        byte[] body = generate("\"target_role\":\"#\"", "").getBytes(StandardCharsets.UTF_8);
        int at = new String(body, StandardCharsets.UTF_8).indexOf('#');
        for (int bad : new int[] {0xFF, 0xC0, 0xE2, 0x80}) {
            body[at] = (byte) bad;
            send("POST", GENERATE, JSON, BodyPublishers.ofByteArray(body)).problem(400);
        }
        byte[] surrogate = "[\"\u0001\u0001\u0001\"]".getBytes(StandardCharsets.UTF_8);
        surrogate[2] = (byte) 0xED;
        surrogate[3] = (byte) 0xA0;
        surrogate[4] = (byte) 0x80;
        send("POST", "/api/v1/recommendations/batch", JSON, BodyPublishers.ofByteArray(surrogate))
                .problem(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "GET /api/v1/ski|lls",
                "GET /api/v1/%zz",
                "GET /%2e%2e/%2e%2e/etc/passwd",
                "GET /api/v1/skills/a%2Fb",
                "BREW /api/v1/skills",
                "TRACE /api/v1/skills"
            })
    void whatTomcatRefusesIsAProblemToo(String method, String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").contains("application/problem+json");
            assertThat(answer)
                    .contains("\"status\":4")
                    .doesNotContain("Exception")
                    .doesNotContain("<html");
        }
    }

    @Test
    void withoutTheStoreWritesAre503AndReadsNeedNoMoreThanTheRequest() {
        learners.setAway(true);

        Reply reply = post(GENERATE, generate("", ""));

        assertThat(reply.ok().path("degraded").values())
                .extracting(JsonNode::asString)
                .containsExactly("postgresql is down: the stored history is not used");
        Reply refused = post(
                "/api/v1/events",
                "[{\"event_id\":\"e\",\"tenant_id\":\"t\",\"user_id\":\"u\",\"type\":\"MARKET_SIGNAL\","
                        + "\"signal_type\":\"JOB_VIEW\",\"timestamp\":\"" + past() + "\"}]");
        assertThat(refused.problem(503).path("detail").asString()).isEqualTo("the database cannot be reached");
        assertThat(refused.header("retry-after")).isEqualTo("7");
        learners.setAway(false);
        assertThat(post(GENERATE, generate("", "")).ok().has("degraded")).isFalse();
    }

    @Test
    void aBugIs500WithTheRequestIdAndNothingElse() {
        recommender.before(request -> {
            throw new IllegalStateException("secret detail");
        });

        Reply reply = send("POST", GENERATE, JSON, BodyPublishers.ofString(generate("", "")), "x-request-id", "r-1");

        JsonNode problem = reply.problem(500);
        assertThat(problem.path("request_id").asString()).isEqualTo("r-1");
        assertThat(problem.toString())
                .doesNotContain("secret")
                .doesNotContain("java")
                .doesNotContain("Exception");
    }

    @Test
    void requestIdsComeBackWhenTheyAreSafe() {
        var none = BodyPublishers.noBody();
        assertThat(send("GET", "/live", null, none, "x-request-id", "abc-1.2:3").header("x-request-id"))
                .isEqualTo("abc-1.2:3");
        for (String unsafe : new String[] {"a b", "x".repeat(129), "a\"b", "<script>"}) {
            assertThat(send("GET", "/live", null, none, "x-request-id", unsafe).header("x-request-id"))
                    .isNotEqualTo(unsafe)
                    .hasSize(36);
        }
        assertThat(get("/live").header("x-request-id")).hasSize(36);
        assertThat(get("/nothing").problem(404).path("request_id").asString()).hasSize(36);
    }
}
