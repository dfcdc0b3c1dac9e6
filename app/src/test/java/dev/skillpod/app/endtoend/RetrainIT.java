package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.store.JobState;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Trainings in processes of their own, on the shared service with its real PostgreSQL. */
class RetrainIT {
    private static final String GAPS = "{\"models\":[\"gap-values\"]}";

    private final Service service = StarterService.get();
    private final Trainings trainings = new Trainings(service);

    @AfterEach
    void endAll() {
        service.database().trainings().latest(20).stream()
                .filter(job -> !job.state().finished())
                .forEach(job -> service.delete(Trainings.PATH + "/" + job.id()));
    }

    @Test
    void aModelIsTrainedInAProcessOfItsOwnAndServesAfterwards() {
        String before = version("gap-values");

        String location = trainings.order(GAPS);
        ProcessHandle process = trainings.awaitProcess(location);
        String commandLine = Trainings.commandLine(process);
        JsonNode training = trainings.awaitEnd(location);

        assertThat(training.path("state").asString()).as(training.toString()).isEqualTo("succeeded");
        assertThat(training.path("progress").asDouble()).isEqualTo(1);
        assertThat(training.path("stages")).hasSizeGreaterThan(3);
        assertThat(training.path("stages"))
                .allSatisfy(stage -> assertThat(stage.path("state").asString()).isEqualTo("succeeded"));
        JsonNode result = training.path("results").path(0);
        assertThat(result.path("model").asString()).isEqualTo("gap-values");
        assertThat(result.path("version").asString()).isNotEqualTo(before);
        if (result.path("promoted").asBoolean()) {
            Service.await(
                    Duration.ofSeconds(30),
                    () -> version("gap-values").equals(result.path("version").asString()));
        }
        String password = service.database().url().password();
        assertThat(commandLine).contains("train-job").doesNotContain(password).doesNotContain("postgresql");

        // The next one knows how long it takes.
        String next = trainings.order(GAPS);
        assertThat(service.get(next).ok().path("eta_seconds").isIntegralNumber())
                .isTrue();
        assertThat(service.delete(next).status()).isEqualTo(202);
    }

    @Test
    void ofTwoOrdersAtOnceOneBegins() {
        var orders = new ArrayList<CompletableFuture<Reply>>();
        for (int i = 0; i < 4; i++) {
            orders.add(CompletableFuture.supplyAsync(() -> service.post(Trainings.PATH, "{}")));
        }
        var answers = orders.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(202));
        assertThat(answers.stream().map(a -> a.header("location")).distinct()).hasSize(1);
        assertThat(answers.stream()
                        .filter(a -> !a.json(202).path("already_running").asBoolean()))
                .hasSize(1);
    }

    /** At two early stages; all are in {@code RetrainFaultsIT}. */
    @ParameterizedTest
    @ValueSource(strings = {"embedding the catalogue", "levels"})
    void aKilledTrainingFailsAndTheOldModelServes(String stage) throws Exception {
        String before = version("gap-values");
        Connection gate = trainings.holdAt(stage);
        String location = trainings.order(GAPS);
        trainings.awaitHeld(gate);

        trainings.awaitProcess(location).destroyForcibly();
        trainings.release(gate);

        JsonNode training = trainings.awaitEnd(location);
        assertThat(training.path("state").asString()).isEqualTo("failed");
        assertThat(training.path("error").asString()).contains("exit code 137");
        assertThat(version("gap-values")).isEqualTo(before);
        assertThat(trainings.unfinished()).isEmpty();
        assertThat(Answer.of(service.generate(Ask.of(TENANT, "starter-00042"))).items())
                .isNotEmpty();
        assertThat(service.post(Trainings.PATH, GAPS)
                        .json(202)
                        .path("already_running")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aCancelledTrainingEndsAtOnce() throws Exception {
        Connection gate = trainings.holdAt("reading the log");
        try {
            String location = trainings.order("{\"models\":[\"recommender\"]}");
            ProcessHandle process = trainings.awaitProcess(location);
            trainings.awaitHeld(gate);
            trainings.release(gate);
            long begin = System.nanoTime();

            Reply reply = service.delete(location);

            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.json(202).path("state").asString()).isEqualTo("cancelled");
            assertThat(process.isAlive()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            service.delete(location).problem(409);
        } finally {
            gate.close();
        }
    }

    /** As another replica does it: it has the database, and no hand on the process. */
    @Test
    void aTrainingThatIsCancelledInTheDatabaseEndsByItself() {
        String location = trainings.order(GAPS);
        ProcessHandle process = trainings.awaitProcess(location);
        var id = java.util.UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        Service.await(
                Trainings.AT_MOST,
                () -> service.database().trainings().find(id).orElseThrow().state() != JobState.QUEUED);

        service.database().trainings().requestCancel(id);

        assertThat(trainings.awaitEnd(location).path("state").asString()).isEqualTo("cancelled");
        process.onExit().join();
    }

    @Test
    void aDryRunCountsWhatIsThere() {
        JsonNode answer = service.post(Trainings.PATH, "{\"dry_run\":true,\"parameters\":{\"seed\":9}}")
                .ok();

        assertThat(answer.path("trained_on").findValuesAsString("model")).isEqualTo(ModelKinds.names());
        assertThat(answer.path("trained_on")).allSatisfy(model -> {
            assertThat(model.path("enough").asBoolean()).isTrue();
            assertThat(model.path("reason").isNull()).isTrue();
            assertThat(model.path("row_counts").valueStream())
                    .isNotEmpty()
                    .allSatisfy(rows -> assertThat(rows.asLong()).isPositive());
            assertThat(Instant.parse(model.path("data_from").asString()))
                    .isBefore(Instant.parse(model.path("data_until").asString()));
            assertThat(model.path("parameters").path("seed").asString()).isEqualTo("9");
            assertThat(model.path("parameters").path("threads").asString()).isEqualTo("1");
            // the first start has trained all of them
            assertThat(model.path("expected_seconds").isIntegralNumber()).isTrue();
        });
        JsonNode recommender = answer.path("trained_on").path(0);
        assertThat(recommender.path("row_counts").path("engagements").asLong()).isGreaterThan(300_000);
        assertThat(recommender.path("parameters").path("ranker_trees").asInt()).isPositive();
        JsonNode policy = answer.path("trained_on").path(3);
        assertThat(policy.path("parameters").path("recommender").asString()).isEqualTo(version("recommender"));
    }

    @Test
    void aCommandDoesNotTrainWhatIsBeingTrained() throws Exception {
        Connection gate = trainings.holdAt("levels");
        try {
            String location = trainings.order(GAPS);
            trainings.awaitHeld(gate);

            Skillpod command = Skillpod.run(service, "train", "--model", "gap-values");

            assertThat(command.code()).isEqualTo(2);
            assertThat(command.out()).isEmpty();
            assertThat(command.err().lines().toList().getLast())
                    .startsWith("skillpod: gap-values is being trained already: training "
                            + location.substring(location.lastIndexOf('/') + 1));
        } finally {
            trainings.release(gate);
        }
    }

    /** The other way round: an order gets the command's training, which it may cancel. */
    @Test
    void anOrderGetsTheTrainingOfACommand() throws Exception {
        Connection gate = trainings.holdAt("levels");
        CompletableFuture<Skillpod> command = CompletableFuture.supplyAsync(
                () -> Skillpod.run(service, "train", "--model", "gap-values", "--promote", "never"));
        String location;
        try {
            trainings.awaitHeld(gate);
            Reply reply = service.post(Trainings.PATH, GAPS);
            assertThat(reply.json(202).path("already_running").asBoolean()).isTrue();
            location = reply.header("location");
            assertThat(service.get(location).ok().path("requested_by").asString())
                    .isEqualTo("./skillpod train");
        } finally {
            trainings.release(gate);
        }
        assertThat(service.delete(location).status()).isEqualTo(202);

        assertThat(command.join().code()).isEqualTo(2);
        assertThat(command.join().err()).contains("was stopped").doesNotContain("\tat ");
        assertThat(trainings.awaitEnd(location).path("state").asString()).isEqualTo("cancelled");
    }

    private String version(String model) {
        for (JsonNode loaded : service.get("/api/v1/models/status").ok().path("models")) {
            if (loaded.path("name").asString().equals(model)) {
                return loaded.path("version").asString();
            }
        }
        throw new AssertionError("no model " + model);
    }
}
