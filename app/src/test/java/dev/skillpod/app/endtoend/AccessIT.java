package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys, the audit log and a learner's rights with the real store, in a service without starter world. */
class AccessIT {
    private static final Service SERVICE = new Service("access", false);
    private static final String LEARNER = "/api/v1/learners/acme/ann";

    @BeforeAll
    static void start() {
        SERVICE.start();
        SERVICE.awaitReady(Duration.ofMinutes(2));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static int status(String key, String path) {
        return SERVICE.send("GET", path, null, "Authorization", "Bearer " + key).status();
    }

    @Test
    void aKeyOpensItsTenantUntilItIsRevoked() {
        JsonNode made = SERVICE.post(
                        "/api/v1/keys", "{\"role\":\"caller\",\"tenant_id\":\"acme\",\"name\":\"console\"}")
                .json(201);
        String key = made.path("key").asString();
        // Until the key is known, the service has no key and is open: only a route of administrators tells the two
        // apart.
        Service.await(Duration.ofSeconds(20), () -> status(key, "/api/v1/keys") == 403);
        assertThat(status(key, "/api/v1/skills")).isEqualTo(200);

        assertThat(status(key, "/api/v1/learners/globex/bob")).isEqualTo(403);
        assertThat(status(key, "/api/v1/learners/acme/nobody")).isEqualTo(404);
        assertThat(status("none", "/api/v1/skills")).isEqualTo(401);

        SERVICE.delete("/api/v1/keys/" + made.path("key_id").asString()).ok();
        Service.await(Duration.ofSeconds(20), () -> status(key, "/api/v1/skills") == 401);
        assertThat(SERVICE.get("/api/v1/audit").response().body())
                .contains("create key", "revoke key", "admin key of this start")
                .doesNotContain(key.substring(17));
    }

    @Test
    void aLearnerIsExportedAndErased() {
        SERVICE.put(LEARNER, "{\"skills\":[],\"weekly_learning_hours\":7}").json(201);
        var event = Events.event("acme", "ann", "MARKET_SIGNAL", null);
        event.remove("content_id");
        event.put("signal_type", "JOB_VIEW");
        SERVICE.post(Events.PATH, Events.json(event)).ok();
        SERVICE.generate(Ask.of("acme", "ann")).ok();
        String job = SERVICE.post("/api/v1/recommendations/batch", "[\"ann\"]")
                .json(202)
                .path("job_id")
                .asString();
        Service.await(
                Duration.ofMinutes(1),
                () -> SERVICE.get("/api/v1/jobs/" + job)
                        .ok()
                        .path("state")
                        .asString()
                        .equals("SUCCEEDED"));

        JsonNode export = SERVICE.get(LEARNER + "/export").ok();
        assertThat(export.path("profile").path(0).path("weekly_learning_hours").asInt())
                .isEqualTo(7);
        assertThat(export.path("events")).hasSize(1);
        assertThat(export.path("recommendations")).hasSize(1);
        assertThat(SERVICE.delete(LEARNER).ok().path("events").asInt()).isEqualTo(1);

        SERVICE.get(LEARNER + "/export").problem(404);
        var trainedOn = new ArrayList<LearnerKey>();
        SERVICE.database().events().activityLog().forEachLearner(h -> trainedOn.add(h.learner()));
        assertThat(trainedOn).doesNotContain(new LearnerKey("acme", "ann"));
        assertThat(SERVICE.get("/api/v1/audit").response().body()).contains("erase learner", "acme/sha256:");
    }
}
