package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A service without starter world: nothing is there, then a catalogue, then activity, but too little to train on. */
@TestMethodOrder(OrderAnnotation.class)
class EmptyWorldIT {
    private static final Service SERVICE = new Service("empty", false);
    private static final Ask ASK = Ask.of("acme", "first-learner");

    @BeforeAll
    static void start() {
        SERVICE.start();
        SERVICE.awaitReady(Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static Answer answer(Ask ask) {
        Answer answer = Answer.of(SERVICE.generate(ask));
        assertThat(answer.method()).isEqualTo("popular_fallback");
        assertThat(answer.modelVersion()).isEqualTo("untrained");
        return answer;
    }

    @Test
    @Order(1)
    void anEmptyServiceIsReadyAndHonest() {
        assertThat(answer(ASK).items()).isEmpty();
        assertThat(answer(ASK.user("target_role", "data-scientist").gap("git", 50))
                        .items())
                .isEmpty();
        assertThat(SERVICE.get("/health").ok().path("models_loaded").asBoolean())
                .isFalse();
        assertThat(SERVICE.get("/api/v1/models/status").ok().path("models")).isEmpty();
        assertThat(SERVICE.get("/api/v1/contents").ok().path("items")).isEmpty();
    }

    @Test
    @Order(2)
    void aCatalogueWithoutActivityIsListedWithoutConfidence() {
        SERVICE.put("/api/v1/skills/knots", "{\"name\":\"Knots\",\"area\":\"Sailing\"}")
                .json(201);
        for (int i = 1; i <= 3; i++) {
            SERVICE.put("/api/v1/contents/knot-" + i, """
                            {"content_type":"VIDEO","title":"Knot %d","skills":[{"skill_id":"knots","weight":1}]}""".formatted(i)).json(201);
            SERVICE.get("/api/v1/contents/knot-" + i).ok();
        }

        Service.await(Duration.ofSeconds(15), () -> answer(ASK.all()).items().size() == 3);
        Answer byDefault = answer(ASK);
        assertThat(byDefault.items()).isEmpty();
        assertThat(byDefault.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("min_confidence"));
    }

    @Test
    @Order(3)
    void finishedContentsDoNotComeBackEitherWithoutModels() {
        SERVICE.post(Events.PATH, Events.json(Events.event("acme", "first-learner", "COMPLETE", "knot-1")))
                .ok();

        assertThat(answer(ASK.all()).contentIds()).containsExactlyInAnyOrder("knot-2", "knot-3");
    }
}
