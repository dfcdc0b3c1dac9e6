package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A batch is queued, followed, read and cancelled. */
class JobsTest extends HttpTest {
    private static final String BATCH = "/api/v1/recommendations/batch";

    @AfterEach
    void letEverythingPass() {
        recommender.before(request -> {});
    }

    @Test
    void aBatchIsAnsweredUserByUserInOrder() throws InterruptedException {
        Reply queued = send("POST", BATCH, JSON, BodyPublishers.ofString("[\"b\",\"a\",\"b\"]"), "x-tenant-id", "acme");

        assertThat(queued.status()).isEqualTo(202);
        String id = queued.json().path("job_id").asString();
        assertThat(queued.header("location")).isEqualTo("/api/v1/jobs/" + id);
        assertThat(queued.json().path("status").asString()).isEqualTo("queued");
        assertThat(queued.json().path("user_count").asInt()).isEqualTo(2);
        assertThat(queued.json().path("message").asString()).isNotBlank();

        JsonNode job = awaitEnd(id);
        assertThat(job.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(job.path("done").asInt()).isEqualTo(2);
        assertThat(job.path("tenant_id").asString()).isEqualTo("acme");
        assertThat(job.path("started_at").asString()).isNotBlank();
        assertThat(job.path("ended_at").asString()).isNotBlank();

        JsonNode results = get(job.path("results_url").asString()).ok().path("results");
        assertThat(results).hasSize(2);
        assertThat(results.path(0).path("user_id").asString()).isEqualTo("b");
        assertThat(results.path(1).path("user_id").asString()).isEqualTo("a");
        assertThat(results.path(0)
                        .path("recommendations")
                        .path(0)
                        .path("content_id")
                        .asString())
                .isEqualTo("se-001");
        assertThat(recommender.last().learner().learner().tenantId()).isEqualTo("acme");
        cancel(id).problem(409);
    }

    @Test
    void theTenantInTheHeaderIsReadAsUtf8OrElseAsLatin1() throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            String queued = sendHeader("x-tenant-id: m\u00fcnchen".getBytes(charset));
            assertThat(queued).startsWith("HTTP/1.1 202");
            String job = queued.replaceAll("(?s).*\"job_id\":\"([^\"]+)\".*", "$1");
            assertThat(get("/api/v1/jobs/" + job).ok().path("tenant_id").asString())
                    .isEqualTo("m\u00fcnchen");
        }
    }

    /** Queues a batch with a header of any bytes, which Java's client would not send. */
    private String sendHeader(byte[] header) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + BATCH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                            + access.adminKey().reveal()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 5\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(header);
            out.write("\r\n\r\n[\"a\"]".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void resultsComeInPages() throws InterruptedException {
        String users =
                IntStream.range(0, 130).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        String id = post(BATCH, users).json().path("job_id").asString();
        awaitEnd(id);

        JsonNode page =
                get("/api/v1/jobs/" + id + "/results?offset=100&limit=50").ok();

        assertThat(page.path("available").asInt()).isEqualTo(130);
        assertThat(page.path("results")).hasSize(30);
        assertThat(page.path("results").path(0).path("user_id").asString()).isEqualTo("u100");
    }

    @Test
    void aRunningJobIsCancelledAndServingGoesOn() throws InterruptedException {
        var permits = new Semaphore(0);
        recommender.before(request -> {
            if (request.learner().learner().userId().startsWith("slow")) {
                permits.acquireUninterruptibly();
            }
        });
        String users =
                IntStream.range(0, 200).mapToObj(i -> "\"slow" + i + "\"").collect(Collectors.joining(",", "[", "]"));
        String id = post(BATCH, users).json().path("job_id").asString();
        awaitState(id, "RUNNING");

        assertThat(post(GENERATE, generate("", "")).status()).isEqualTo(200);
        JsonNode cancelled = cancel(id).ok();
        permits.release(1000);

        assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.path("ended_at").asString()).isNotBlank();
        assertThat(cancel(id).problem(409).path("detail").asString()).contains("CANCELLED");
        assertThat(get("/api/v1/jobs/" + id).ok().path("done").asInt()).isLessThan(200);
    }

    @Test
    void whoIsErasedWhileAJobRunsIsNotAnswered() throws InterruptedException {
        var first = new CountDownLatch(1);
        var erased = new Semaphore(0);
        var asked = new ConcurrentLinkedQueue<String>();
        recommender.before(request -> {
            asked.add(request.learner().learner().userId());
            first.countDown();
            erased.acquireUninterruptibly();
        });
        String id = post(BATCH, "[\"stays\",\"goes\",\"stays-too\"]")
                .json()
                .path("job_id")
                .asString();
        assertThat(first.await(5, TimeUnit.SECONDS)).isTrue();
        send("DELETE", "/api/v1/learners/default/goes", null, BodyPublishers.noBody())
                .ok();
        erased.release(3);

        JsonNode job = awaitEnd(id);

        assertThat(job.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(job.path("done").asInt()).isEqualTo(3);
        assertThat(asked).containsExactly("stays", "stays-too");
        assertThat(get(job.path("results_url").asString()).ok().path("results").findValuesAsString("user_id"))
                .containsExactly("stays", "stays-too");
    }

    @Test
    void aJobWhoseAnswersFailIsFailedWithoutDetailsOfTheBug() throws InterruptedException {
        recommender.before(request -> {
            if (request.learner().learner().userId().equals("broken")) {
                throw new IllegalStateException("secret detail");
            }
        });
        String id = post(BATCH, "[\"broken\"]").json().path("job_id").asString();

        JsonNode job = awaitEnd(id);
        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("error").asString()).isNotBlank().doesNotContain("secret");
    }

    private Reply cancel(String id) {
        return send("DELETE", "/api/v1/jobs/" + id, null, BodyPublishers.noBody());
    }

    private JsonNode awaitEnd(String id) throws InterruptedException {
        return awaitState(id, "SUCCEEDED|FAILED|CANCELLED");
    }

    private JsonNode awaitState(String id, String states) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            JsonNode job = get("/api/v1/jobs/" + id).ok();
            if (job.path("state").asString().matches(states)) {
                return job;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("job did not become " + states);
    }
}
