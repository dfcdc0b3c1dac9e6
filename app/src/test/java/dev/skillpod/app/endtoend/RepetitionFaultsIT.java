package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.core.model.ModelVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every version is trained again from its provenance: those of the first start, of the API and of the command, with another number
 * of threads, after later events and later learners have come. Takes many minutes: {@code ./mvnw -Pfaults verify}.
 */
@Tag("faults")
class RepetitionFaultsIT {
    private static final Service SERVICE = new Service("repetition", true);
    private static final Trainings TRAININGS = new Trainings(SERVICE);

    @BeforeAll
    static void start() {
        SERVICE.start();
        SERVICE.awaitReady(Duration.ofMinutes(10));
        TRAININGS.awaitFirst();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void theSameBytesComeOut() {
        JsonNode ordered = TRAININGS.awaitEnd(
                TRAININGS.order("{\"parameters\":{\"seed\":7,\"threads\":1},\"promote\":\"never\"}"));
        assertThat(ordered.path("state").asString()).as(ordered.toString()).isEqualTo("succeeded");
        Skillpod trained = Skillpod.run(SERVICE, "train", "--seed", "8", "--threads", "2", "--promote", "never");
        assertThat(trained.code()).as(trained.err()).isZero();
        later();

        var differ = new ArrayList<String>();
        for (String model : ModelKinds.names()) {
            List<ModelVersion> versions = SERVICE.database().models().versions(model);
            assertThat(versions).as(model).hasSize(3);
            for (ModelVersion version : versions) {
                Skillpod again = Skillpod.run(SERVICE, "train", "--model", model, "--from-version", version.version());
                System.out.println(
                        "by " + version.registeredBy() + ": " + again.out().replace("\n", "; "));
                if (again.code() != 0 || !again.out().contains("is the same, byte for byte")) {
                    differ.add(again.out() + again.err());
                }
            }
        }
        assertThat(differ).isEmpty();
    }

    /** Learners and events of after the trainings, of other tenants and of the simulated ones, and another recommender that answers. */
    private static void later() {
        SERVICE.put(
                        "/api/v1/learners/aaa/first-of-all",
                        "{\"career_goals\":[\"Data Engineer\"],\"target_role\":\"Data Engineer\"}")
                .json(201);
        for (String user : List.of("starter-00003", "starter-00042", "starter-01234")) {
            Map<String, Object> event = Events.event(StarterService.TENANT, user, "COMPLETE", "se-001");
            SERVICE.post(Events.PATH, Events.json(event)).ok();
        }
        SERVICE.post(Events.PATH, Events.json(Events.event("aaa", "second", "COMPLETE", "se-001")))
                .ok();
        String other =
                SERVICE.database().models().versions("recommender").getFirst().version();
        SERVICE.post("/api/v1/models/recommender/promote", "{\"version\":\"" + other + "\",\"force\":true}")
                .ok();
    }
}
