package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.model.ModelFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops the shared service and starts it again on the same directories; the tests after it go on with that one. */
class RestartIT {
    private final Service service = StarterService.get();

    @Test
    void aRestartLosesNothingAndTrainsNothing() {
        Ask ask = Ask.of(TENANT, "starter-00042");
        Answer before = Answer.of(service.generate(ask));
        String location = service.post("/api/v1/recommendations/batch", "[\"starter-00042\"]")
                .header("location");
        service.post(Events.PATH, Events.json(Events.event("acme", "restarted", "COMPLETE", "se-001")))
                .ok();
        String content = service.get("/api/v1/contents/se-002").ok().toString();
        Service.await(
                Duration.ofSeconds(30),
                () -> service.get(location).ok().path("state").asString().equals("SUCCEEDED"));

        List<String> versions = versions();
        service.close();
        long begin = System.nanoTime();
        service.start();
        service.awaitReady(Duration.ofMinutes(1));
        Duration again = Duration.ofNanos(System.nanoTime() - begin);

        System.out.println("later start: " + again.toMillis() + " ms");
        assertThat(again).isLessThan(Duration.ofSeconds(30));
        assertThat(versions()).isEqualTo(versions).contains(before.modelVersion());
        Answer after = Answer.of(service.generate(ask));
        assertThat(after.modelVersion()).isEqualTo(before.modelVersion());
        assertThat(after.contentIds()).isEqualTo(before.contentIds());
        assertThat(service.get(location + "/results").ok().path("results")).hasSize(1);
        assertThat(service.get("/api/v1/contents/se-002").ok().toString()).isEqualTo(content);
        assertThat(service.database()
                        .recommendations()
                        .find(TENANT, before.id())
                        .orElseThrow()
                        .contentIds())
                .isEqualTo(before.contentIds());
        assertThat(service.database()
                        .events()
                        .history(new LearnerKey("acme", "restarted"))
                        .engagements())
                .hasSize(1);
    }

    private List<String> versions() {
        return new ModelFiles(service.models(), InstantSource.system()).versions(RecommenderFiles.MODEL);
    }
}
