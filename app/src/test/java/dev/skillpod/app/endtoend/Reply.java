package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the service. */
record Reply(HttpResponse<String> response) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Checks the status and returns the body. */
    /** Returns the body as it came. */
    String body() {
        return response.body();
    }

    JsonNode json(int expected) {
        assertThat(status()).as(response.body()).isEqualTo(expected);
        return MAPPER.readTree(response.body());
    }

    JsonNode ok() {
        return json(200);
    }

    /** Checks that this is a problem of that status, and returns it. */
    JsonNode problem(int expected) {
        JsonNode problem = json(expected);
        assertThat(header("content-type")).isEqualTo("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(expected);
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }
}
