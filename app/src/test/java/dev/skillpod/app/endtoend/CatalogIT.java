package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CatalogIT {
    private final Service service = StarterService.get();

    private static String skill(String name, String requires) {
        String prerequisites =
                requires == null ? "[]" : "[{\"skill_id\":\"%s\",\"required_level\":30}]".formatted(requires);
        return "{\"name\":\"%s\",\"area\":\"Trades\",\"prerequisites\":%s}".formatted(name, prerequisites);
    }

    private static String content(String title, String skill, String requires) {
        String prerequisites = requires == null ? "[]" : "[\"" + requires + "\"]";
        return """
                {"content_type":"COURSE","title":"%s","skills":[{"skill_id":"%s","weight":1}],"level_from":0,\
                "level_to":40,"duration_minutes":90,"prerequisite_content_ids":%s}""".formatted(title, skill, prerequisites);
    }

    @Test
    void aNewContentIsShownAtOnceAndSoonRecommended() {
        service.put("/api/v1/skills/welding", skill("Arc welding", null)).json(201);

        service.put("/api/v1/contents/weld-1", content("First beads", "welding", null))
                .json(201);

        JsonNode shown = service.get("/api/v1/contents/weld-1").ok();
        assertThat(shown.path("title").asString()).isEqualTo("First beads");
        assertThat(shown.path("data_source").asString()).isEqualTo("real");
        Ask ask = Ask.of("acme", "welder").gap("welding", 90);
        Service.await(
                Duration.ofSeconds(15),
                () -> Answer.of(service.generate(ask.all())).contentIds().contains("weld-1"));
        assertThat(Answer.of(service.generate(ask)).contentIds()).contains("weld-1");
    }

    @Test
    void aChangedContentIsReplaced() {
        service.put("/api/v1/contents/chg-1", content("Before", "git", null)).json(201);
        service.put("/api/v1/contents/chg-1", content("After", "git", null)).json(200);

        assertThat(service.get("/api/v1/contents/chg-1").ok().path("title").asString())
                .isEqualTo("After");
    }

    /** Recommendations follow in the background, which may never bring back an older catalogue. */
    @Test
    void whatWasPutStaysVisibleWhileRecommendationsFollow() {
        for (int i = 0; i < 25; i++) {
            service.put("/api/v1/contents/seq-" + i, content("Part " + i, "git", null))
                    .json(201);
            for (int seen = 0; seen <= i; seen++) {
                assertThat(service.get("/api/v1/contents/seq-" + seen).status())
                        .as("seq-%d after putting seq-%d", seen, i)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void skillsThatRequireEachOtherAreRefused() {
        service.put("/api/v1/skills/cycle-a", skill("Cycle A", null)).json(201);
        service.put("/api/v1/skills/cycle-b", skill("Cycle B", "cycle-a")).json(201);

        JsonNode problem = service.put("/api/v1/skills/cycle-a", skill("Cycle A", "cycle-b"))
                .problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("prerequisites");
        assertThat(problem.path("errors").path(0).path("message").asString()).contains("cycle-a", "cycle-b");
        assertThat(service.get("/api/v1/skills/cycle-a").ok().path("prerequisites"))
                .isEmpty();
    }

    @Test
    void contentsThatRequireEachOtherAreRefused() {
        service.put("/api/v1/contents/loop-a", content("Loop A", "git", null)).json(201);
        service.put("/api/v1/contents/loop-b", content("Loop B", "git", "loop-a"))
                .json(201);

        JsonNode problem = service.put("/api/v1/contents/loop-a", content("Loop A", "git", "loop-b"))
                .problem(422);

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("prerequisite_content_ids");
    }
}
