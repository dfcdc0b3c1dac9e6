package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A version that the gate refused, at the starts after it. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedVersionIT {
    private static final String MODEL = "tracing";
    private static final Duration SOON = Duration.ofMinutes(4);

    private final Service service = new Service("refused", false);

    @BeforeEach
    void start() {
        service.start();
        service.awaitReady(SOON);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void itIsNotTrainedAgainByAStartUntilMuchIsNew(CapturedOutput output) {
        answers(60);
        Skillpod trained = Skillpod.run(service, "train", "--model", MODEL, "--promote", "never");
        assertThat(trained.code()).as(trained.err()).isZero();
        String version = service.database().models().versions(MODEL).getFirst().version();
        refuse(version);

        restart();

        Service.await(SOON, () -> lines(output, version).size() == 1);
        assertThat(lines(output, version).getFirst())
                .contains(
                        "tracing", "does not answer", "answers to single items do not count", "refused for this test");
        assertThat(service.get(Trainings.PATH).ok().path("trainings")).hasSize(1);
        assertThat(versions()).isEqualTo(1);

        answers(20); // a third more
        restart();

        Service.await(SOON, () -> versions() == 2);
        Service.await(SOON, () -> newest().path("state").asString().equals("succeeded"));
        assertThat(newest().path("requested_by").asString()).isEqualTo("first start");
        assertThat(newest().path("models").path(0).asString()).isEqualTo(MODEL);
    }

    private void restart() {
        service.close();
        service.start();
        service.awaitReady(SOON);
        // a service can be ready a moment before it has its admin key
        Service.await(SOON, () -> service.get(Trainings.PATH).status() == 200);
    }

    /** As the gate would. */
    private void refuse(String version) {
        var check = GateCheck.of("ahead_of_baselines", false, null, 0.5, "refused for this test");
        service.database()
                .models()
                .judged(MODEL, version, new GateVerdict(null, List.of(check), Instant.now()), "test");
    }

    private static List<String> lines(CapturedOutput output, String version) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("WARN") && line.contains("tracing " + version))
                .toList();
    }

    private int versions() {
        return service.database().models().versions(MODEL).size();
    }

    private JsonNode newest() {
        return service.get(Trainings.PATH + "?limit=1").ok().path("trainings").path(0);
    }

    /** Twenty answers each of so many new learners, who differ in what they can. */
    private void answers(int learners) {
        var random = new Random(20261126L + learners);
        Instant at = Instant.now().minus(Duration.ofDays(2));
        var events = new ArrayList<Map<String, Object>>();
        for (int learner = 0; learner < learners; learner++) {
            double ability = random.nextGaussian();
            for (int i = 0; i < 20; i++) {
                int item = random.nextInt(12);
                var event = new LinkedHashMap<String, Object>();
                event.put("event_id", "answer-" + learners + "-" + learner + "-" + i);
                event.put("tenant_id", "acme");
                event.put("user_id", "learner-" + learners + "-" + learner);
                event.put("type", "ANSWER");
                event.put("timestamp", at.plusSeconds(600L * i).toString());
                event.put("item_id", "item-" + item);
                event.put("correct", random.nextDouble() < 1 / (1 + Math.exp(item / 4.0 - 1.5 - ability)));
                event.put("skill_ids", List.of("sql"));
                events.add(event);
            }
        }
        for (int from = 0; from < events.size(); from += 400) {
            var part = events.subList(from, Math.min(events.size(), from + 400));
            service.post(Events.PATH, JsonMapper.shared().writeValueAsString(part))
                    .ok();
        }
    }
}
