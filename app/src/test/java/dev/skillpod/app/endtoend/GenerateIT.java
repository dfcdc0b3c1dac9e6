package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.catalog.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateIT {
    private final Service service = StarterService.get();

    private static Ask stranger() {
        return Ask.of("acme", "nobody-has-seen-me");
    }

    private Answer answer(Ask ask) {
        return Answer.of(service.generate(ask));
    }

    private List<String> skillsOf(String roleId) {
        Role role = service.database().catalog().load().role(roleId).orElseThrow();
        return role.requirements().stream().map(skill -> skill.skillId()).toList();
    }

    private static int overlap(Answer a, Answer b) {
        var common = new HashSet<>(a.contentIds());
        common.retainAll(b.contentIds());
        return common.size();
    }

    @Test
    void aKnownLearnerGetsAPersonalExplainedList() {
        Answer answer = answer(Ask.of(TENANT, "starter-00001"));

        assertThat(answer.items()).hasSize(10);
        assertThat(answer.method()).isEqualTo("hybrid");
        assertThat(answer.json().path("data_source").asString()).isEqualTo("synthetic");
        assertThat(answer.json().path("user_id").asString()).isEqualTo("starter-00001");
        assertThat(answer.texts("reasoning")).noneMatch(String::isBlank);
        assertThat(answer.warnings()).isEmpty();
    }

    @Test
    void twoKnownLearnersGetDifferentLists() {
        assertThat(overlap(answer(Ask.of(TENANT, "starter-00001")), answer(Ask.of(TENANT, "starter-00002"))))
                .isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"data-scientist", "Data Scientist", "decision scientist", "I want to become a data scientist"})
    void anUnseenLearnerGetsWhatTheTargetRoleNeeds(String role) {
        Answer answer = answer(stranger().skill("python", 40).user("target_role", role));

        assertThat(answer.items()).hasSize(10);
        assertThat(answer.method()).isEqualTo("cold_start");
        assertThat(answer.aimingAt(skillsOf("data-scientist"))).isGreaterThanOrEqualTo(7);
    }

    @Test
    void aCareerGoalInWordsCountsLikeARole() {
        Answer answer = answer(stranger().user("career_goals", List.of("I want to become a UX researcher")));

        assertThat(answer.method()).isEqualTo("cold_start");
        assertThat(answer.aimingAt(skillsOf("ux-researcher"))).isGreaterThanOrEqualTo(5);
    }

    @Test
    void twoRolesGiveClearlyDifferentLists() {
        Answer scientist = answer(stranger().user("target_role", "data-scientist"));
        Answer researcher = answer(stranger().user("target_role", "ux-researcher"));
        Answer tester = answer(stranger().user("target_role", "penetration-tester"));

        assertThat(overlap(scientist, researcher)).isLessThanOrEqualTo(2);
        assertThat(overlap(scientist, tester)).isLessThanOrEqualTo(2);
        assertThat(overlap(researcher, tester)).isLessThanOrEqualTo(2);
    }

    @Test
    void whatALearnerKnowsChangesTheList() {
        Answer beginner =
                answer(stranger().user("target_role", "data-scientist").skill("statistics", 5));
        Answer expert = answer(stranger().user("target_role", "data-scientist").skill("statistics", 95));

        assertThat(expert.aimingAt(List.of("statistics"))).isLessThan(beginner.aimingAt(List.of("statistics")));
    }

    @Test
    void anEmptyProfileGetsWhatIsPopular() {
        Answer answer = answer(stranger());

        assertThat(answer.items()).hasSize(10);
        assertThat(answer.method()).isEqualTo("popular_fallback");
    }

    @Test
    void contentTypesAreFilteredBeforeTheCut() {
        Answer answer = answer(stranger()
                .user("target_role", "data-scientist")
                .field("filter_content_types", List.of("VIDEO", "ARTICLE")));

        assertThat(answer.items()).hasSize(10);
        assertThat(answer.texts("content_type")).containsOnly("VIDEO", "ARTICLE");
    }

    @Test
    void minConfidenceIsAppliedBeforeTheCut() {
        Ask ask = Ask.of(TENANT, "starter-00001");
        List<Double> confidences = answer(ask.all()).scores("confidence_score");
        double median = confidences.stream().sorted().toList().get(confidences.size() / 2);

        Answer answer = answer(ask.field("min_confidence", median));

        assertThat(confidences).hasSizeGreaterThan(30);
        assertThat(answer.items()).hasSize(10);
        assertThat(answer.scores("confidence_score")).allMatch(confidence -> confidence >= median);
        assertThat(answer(ask.field("min_confidence", 1)).items()).isEmpty();
    }

    @Test
    void withoutExplanationsReasoningIsNull() {
        Ask ask = Ask.of(TENANT, "starter-00002");

        Answer silent = answer(ask.field("include_explanations", false));

        assertThat(silent.items())
                .hasSize(10)
                .allMatch(item -> item.path("reasoning").isNull());
        assertThat(silent.contentIds()).isEqualTo(answer(ask).contentIds());
    }

    @Test
    void gapsInTheRequestBringContentsThatFillThem() {
        Answer answer = answer(stranger().gap("kubernetes", 80));

        var filling = answer.items().stream()
                .filter(item -> item.path("recommendation_type").asString().equals("SKILL_GAP_FILL"))
                .toList();
        assertThat(filling).hasSizeGreaterThanOrEqualTo(3);
        assertThat(filling)
                .allMatch(item -> Answer.strings(item.path("target_skill_ids")).contains("kubernetes"));
    }

    @Test
    void anUnknownSkillIsReportedWithTheNearestIds() {
        Answer answer = answer(stranger().skill("pythn", 40).gap("kubernets", 50));

        assertThat(answer.items()).isNotEmpty();
        assertThat(answer.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("'pythn'", "python"))
                .anySatisfy(warning -> assertThat(warning).contains("'kubernets'", "kubernetes"));
    }

    @Test
    void theSameRequestGetsTheSameList() {
        Ask ask = stranger().skill("sql", 30).user("target_role", "Data Engineer");

        Answer first = answer(ask);
        Answer second = answer(ask);

        assertThat(second.contentIds()).isEqualTo(first.contentIds());
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void aStoredProfileIsUsedAndTheRequestWins() {
        var profile = Map.of("target_role", "ux-researcher", "weekly_learning_hours", 5);
        String path = "/api/v1/learners/acme/with-a-profile";
        Reply put = service.put(
                path, tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(profile));
        assertThat(put.status()).as(put.response().body()).isIn(200, 201, 204);
        Ask ask = Ask.of("acme", "with-a-profile");

        assertThat(answer(ask).aimingAt(skillsOf("ux-researcher"))).isGreaterThanOrEqualTo(5);
        assertThat(answer(ask.user("target_role", "penetration-tester")).aimingAt(skillsOf("penetration-tester")))
                .isGreaterThanOrEqualTo(5);
    }
}
