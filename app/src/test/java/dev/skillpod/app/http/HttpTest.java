package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.inmemory.CatalogOrderRecommender;
import dev.skillpod.app.inmemory.FixedModels;
import dev.skillpod.app.inmemory.HttpTestApp;
import dev.skillpod.app.inmemory.InMemoryAccess;
import dev.skillpod.app.inmemory.InMemoryLearners;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service on a real port; all subclasses share one service. */
@SpringBootTest(
        classes = HttpTestApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "RATE_LIMIT_PER_SECOND=0")
abstract class HttpTest {
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String GENERATE = "/api/v1/recommendations/generate";
    static final JsonMapper MAPPER = JsonMapper.shared();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    InMemoryLearners learners;

    @Autowired
    CatalogOrderRecommender recommender;

    @Autowired
    FixedModels status;

    @Autowired
    InMemoryAccess access;

    /** An answer. */
    record Reply(int status, HttpResponse<String> response) {
        JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        /** Checks that this is a problem of that status, and returns it. */
        JsonNode problem(int expected) {
            assertThat(response.body()).as("status %d", status).isNotEmpty();
            assertThat(status).as(response.body()).isEqualTo(expected);
            assertThat(header("content-type")).isEqualTo("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("status").asInt()).isEqualTo(expected);
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(problem.path("detail").asString()).isNotBlank();
            return problem;
        }

        JsonNode ok() {
            assertThat(status).as(response.body()).isEqualTo(200);
            assertThat(header("content-type")).isEqualTo(JSON);
            return json();
        }
    }

    Reply get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    Reply post(String path, String json) {
        return send("POST", path, JSON, BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    }

    Reply put(String path, String json) {
        return send("PUT", path, JSON, BodyPublishers.ofString(json, StandardCharsets.UTF_8));
    }

    /** Sends with the admin key of this start, unless a key is among the headers. */
    Reply send(String method, String path, String contentType, BodyPublisher body, String... headers) {
        boolean keyed = false;
        for (int i = 0; i < headers.length; i += 2) {
            keyed |= headers[i].equalsIgnoreCase("Authorization") || headers[i].equalsIgnoreCase("x-service-token");
        }
        if (keyed) {
            return sendAs(method, path, contentType, body, headers);
        }
        String[] more = java.util.Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Authorization";
        more[headers.length + 1] = "Bearer " + access.adminKey().reveal();
        return sendAs(method, path, contentType, body, more);
    }

    /** Sends with these headers and no others. */
    Reply sendAs(String method, String path, String contentType, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The smallest legal request, with further fields of user_context and of the request. */
    static String generate(String inContext, String inRequest) {
        return "{\"user_context\":{\"user_id\":\"u\",\"tenant_id\":\"t\"%s}%s}"
                .formatted(prefixed(inContext), prefixed(inRequest));
    }

    private static String prefixed(String fields) {
        return fields.isEmpty() ? "" : "," + fields;
    }

    /** A time in the past. */
    static String past() {
        return Instant.now().minusSeconds(3600).toString();
    }
}
