package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.ModelKinds;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Kills trainings and the service at every stage. Takes minutes: {@code ./mvnw -Pfaults verify}. */
@Tag("faults")
class RetrainFaultsIT {
    private static final String ALL = "{}";

    private final Service service = new Service("retrain-faults", true);
    private final Trainings trainings = new Trainings(service);

    @BeforeEach
    void start() {
        service.start();
        service.awaitReady(Duration.ofMinutes(10));
        trainings.awaitFirst();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** The stages are those of a whole training of each kind, which comes first and must succeed. */
    @Test
    void aTrainingThatIsKilledAtAnyStageFailsAndTheOldModelsServe() throws Exception {
        var failures = new ArrayList<String>();
        int killed = 0;
        for (String model : ModelKinds.names()) {
            String order = "{\"models\":[\"" + model + "\"],\"promote\":\"never\"}";
            JsonNode whole = trainings.awaitEnd(trainings.order(order));
            assertThat(whole.path("state").asString()).as(whole.toString()).isEqualTo("succeeded");
            var stages = new LinkedHashSet<String>();
            whole.path("stages").forEach(stage -> stages.add(stage.path("name").asString()));
            assertThat(stages).as(model).hasSizeGreaterThan(2);
            for (String stage : stages) {
                String failure = killedAt(stage, order);
                killed++;
                System.out.println(
                        model + " killed at '" + stage + "': " + (failure.isEmpty() ? "as promised" : failure));
                if (!failure.isEmpty()) {
                    failures.add(model + ", " + stage + ": " + failure);
                }
            }
        }
        System.out.println(killed + " stages of " + ModelKinds.names().size() + " kinds of models, a training killed at"
                + " each: " + failures.size() + " not as promised");
        assertThat(failures).isEmpty();
    }

    /** Kills a training at its entrance to a stage; returns what is not as promised, or nothing. */
    private String killedAt(String stage, String order) throws Exception {
        List<String> before = served();
        Connection gate = trainings.holdAt(stage);
        String location = trainings.order(order);
        trainings.awaitHeld(gate);
        trainings.awaitProcess(location).destroyForcibly();
        trainings.release(gate);
        JsonNode training = trainings.awaitEnd(location);
        boolean good = training.path("state").asString().equals("failed")
                && training.path("error").asString().contains("exit code 137")
                && served().equals(before)
                && trainings.unfinished().isEmpty();
        return good ? "" : training.toString();
    }

    /** Whoever stops the service has no training go on behind its back, and the next start knows of it. */
    @Test
    void aTrainingEndsWithItsServiceAndIsMarkedFailed() {
        String location = trainings.order(ALL);
        ProcessHandle process = trainings.awaitProcess(location);
        Service.await(Trainings.AT_MOST, () -> trainings.state(location).equals("running"));
        List<String> before = served();

        service.close();
        process.onExit().join();
        service.start();
        service.awaitReady(Duration.ofMinutes(2));

        JsonNode training = service.get(location).ok();
        assertThat(training.path("state").asString()).isEqualTo("failed");
        assertThat(training.path("error").asString()).contains("service was stopped");
        assertThat(served()).isEqualTo(before);
        assertThat(trainings.unfinished()).isEmpty();
        assertThat(service.post(Trainings.PATH, ALL)
                        .json(202)
                        .path("already_running")
                        .asBoolean(true))
                .isFalse();
    }

    private List<String> served() {
        return StreamSupport.stream(
                        service.get("/api/v1/models/status").ok().path("models").spliterator(), false)
                .map(model -> model.path("version").asString())
                .toList();
    }
}
