package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.ServedList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventsIT {
    private final Service service = StarterService.get();
    private final String user = "learner-" + UUID.randomUUID();

    private Answer answer(Ask ask) {
        return Answer.of(service.generate(ask));
    }

    private Ask backend(String tenant) {
        return Ask.of(tenant, user).user("target_role", "backend-engineer");
    }

    private void accept(Map<String, Object> event) {
        assertThat(service.post(Events.PATH, Events.json(event))
                        .ok()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void finishedAndDismissedContentsNeverComeBack() {
        Answer first = answer(backend("acme"));
        String finished = first.contentIds().get(0);
        String dismissed = first.contentIds().get(1);

        accept(Events.event("acme", user, "COMPLETE", finished));
        accept(Events.event("acme", user, "DISMISS", dismissed));

        Answer after = answer(backend("acme").all());
        assertThat(after.contentIds()).hasSizeGreaterThan(30).doesNotContain(finished, dismissed);
        assertThat(after.method()).isEqualTo("hybrid");
    }

    @Test
    void everythingOfAListFinishedBringsANewList() {
        Answer first = answer(backend("acme"));
        first.contentIds().forEach(content -> accept(Events.event("acme", user, "COMPLETE", content)));

        Answer second = answer(backend("acme"));

        assertThat(second.contentIds()).hasSize(10).doesNotContainAnyElementsOf(first.contentIds());
    }

    @Test
    void aListCanBeReferredToAndIsFoundInTheStore() {
        Answer answer = answer(backend("acme"));
        var impression =
                Events.event("acme", user, "IMPRESSION", answer.contentIds().getFirst());
        impression.put("recommendation_id", answer.id().toString());
        impression.put("position", 1);

        accept(impression);

        ServedList served =
                service.database().recommendations().find("acme", answer.id()).orElseThrow();
        assertThat(served.learner()).isEqualTo(new LearnerKey("acme", user));
        assertThat(served.contentIds()).isEqualTo(answer.contentIds());
        assertThat(served.scores()).isEqualTo(answer.scores("overall_score"));
        assertThat(served.modelVersion()).isEqualTo(answer.modelVersion());
        assertThat(service.database().recommendations().find("other", answer.id()))
                .isEmpty();
    }

    @Test
    void eventsAreTakenOnce() {
        String body = Events.json(
                Events.event("acme", user, "VIEW", "se-001"), Events.event("acme", user, "START", "se-001"));

        JsonNode first = service.post(Events.PATH, body).ok();
        JsonNode second = service.post(Events.PATH, body).ok();

        assertThat(first.path("accepted").asInt()).isEqualTo(2);
        assertThat(second.path("accepted").asInt()).isZero();
        assertThat(second.path("duplicates").asInt()).isEqualTo(2);
        assertThat(service.database()
                        .events()
                        .history(new LearnerKey("acme", user))
                        .engagements())
                .hasSize(2);
    }

    @Test
    void anIdThatStandsForAnotherEventIsAConflictAndNothingIsTaken() {
        var original = Events.event("acme", user, "VIEW", "se-001");
        accept(original);
        var other = Events.event("acme", user, "DISMISS", "se-002");
        other.put("event_id", original.get("event_id"));
        var fresh = Events.event("acme", user, "VIEW", "se-003");

        service.post(Events.PATH, Events.json(fresh, other)).problem(409);

        accept(fresh);
    }

    @Test
    void oneBadEventKeepsAllOut() {
        var good = Events.event("acme", user, "VIEW", "se-001");
        var bad = Events.event("acme", user, "VIEW", "se-0000");

        JsonNode problem = service.post(Events.PATH, Events.json(good, bad)).problem(422);

        assertThat(problem.path("errors").path(0).path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("content_id");
        assertThat(problem.path("errors").path(0).path("message").asString()).contains("se-00");
        accept(good);
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        String content = answer(backend("acme")).contentIds().getFirst();
        accept(Events.event("acme", user, "COMPLETE", content));

        Answer elsewhere = answer(backend("globex"));

        assertThat(elsewhere.contentIds()).contains(content);
        assertThat(elsewhere.method()).isEqualTo("cold_start");
        assertThat(answer(Ask.of("globex", "starter-00001")).method()).isEqualTo("popular_fallback");
        assertThat(answer(Ask.of(TENANT, "starter-00001")).method()).isEqualTo("hybrid");
        // The same event id is another event in another tenant.
        var event = Events.event("globex", user, "DISMISS", "se-001");
        accept(event);
        event.put("tenant_id", "acme");
        accept(event);
    }

    @Test
    void skillsMeasuredByAnAssessmentAreSeenAtOnce() {
        Ask ask = backend("acme").all();
        long before = answer(ask).aimingAt(java.util.List.of("sql"));
        var assessment = Events.event("acme", user, "ASSESSMENT", null);
        assessment.remove("content_id");
        assessment.put("skill_id", "sql");
        assessment.put("score", 98);

        accept(assessment);

        assertThat(answer(ask).aimingAt(java.util.List.of("sql"))).isLessThan(before);
    }
}
