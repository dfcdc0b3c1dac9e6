package dev.skillpod.core.gap.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.level.SkillLevel.Source;
import dev.skillpod.core.recommend.TinyWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Levels by hand: what is said, what was measured, what has faded. */
class ReportedLevelsTest {
    private static final Instant NOW = TinyWorld.NOW;
    private static final double DAYS_PER_YEAR = 365.25;

    private final Catalog catalog = TinyWorld.index().catalog();

    private static Assessment measured(String skill, double score, double yearsAgo) {
        return new Assessment("a" + yearsAgo, TinyWorld.LEARNER, ago(yearsAgo), skill, score, null);
    }

    private static Engagement finished(String content, double yearsAgo) {
        return new Engagement(
                "e", TinyWorld.LEARNER, ago(yearsAgo), EngagementType.COMPLETE, content, null, null, null, null, null);
    }

    private static Instant ago(double years) {
        return NOW.minus(Duration.ofMinutes(Math.round(years * DAYS_PER_YEAR * 1440)));
    }

    private ReportedLevels levels(
            List<LearnerSkill> said,
            Map<String, Optional<Instant>> requested,
            List<Engagement> engagements,
            Assessment... assessments) {
        var profile = new LearnerProfile(said, List.of(), null, null, null, 10);
        var history =
                new LearnerHistory(TinyWorld.LEARNER, profile, engagements, List.of(assessments), List.of(), List.of());
        return ReportedLevels.of(history, requested, catalog, NOW);
    }

    @Test
    void aLevelInTheRequestIsTakenAsItIs() {
        var said = List.of(new LearnerSkill("dough", 30, null));
        SkillLevel dough = levels(said, Map.of("dough", Optional.empty()), List.of(), measured("dough", 90, 0.1))
                .of("dough");

        assertThat(dough.level()).isEqualTo(30);
        assertThat(dough.source()).isEqualTo(Source.REQUEST);
    }

    @Test
    void aStoredClaimIsCorrectedByMeasurements() {
        var said = List.of(new LearnerSkill("dough", 30, null));
        SkillLevel dough = levels(said, Map.of(), List.of(), measured("dough", 80, 0.2), measured("dough", 60, 0.1))
                .of("dough");

        // With the claim: 30 -> 70 -> 62. Without it, 80 is taken as it is: -> 64. A claim never lowers a level.
        assertThat(dough.level()).isCloseTo(64, within(1e-9));
        assertThat(dough.source()).isEqualTo(Source.ASSESSMENT);
        assertThat(levels(List.of(), Map.of(), List.of(), measured("dough", 80, 0.2))
                        .of("dough")
                        .level())
                .isEqualTo(80);
    }

    @Test
    void finishedContentsLiftALittle() {
        var said = List.of(new LearnerSkill("dough", 20, null));
        // dough-practice leads to 55: a fifth of 35.
        assertThat(levels(said, Map.of(), List.of(finished("dough-practice", 0.1)))
                        .of("dough")
                        .level())
                .isCloseTo(27, within(1e-9));
        assertThat(levels(List.of(), Map.of(), List.of(finished("dough-practice", 0.1)))
                        .of("dough")
                        .source())
                .isEqualTo(Source.CONTENT);
    }

    @Test
    void unusedSkillsFadeSlowerWithExperienceAndNeverBelowHalf() {
        var said = List.of(new LearnerSkill("dough", 80, null), new LearnerSkill("bread", 80, 5.0));
        Optional<Instant> threeAndAHalfYearsAgo = Optional.of(ago(3.5));
        ReportedLevels levels =
                levels(said, Map.of("dough", threeAndAHalfYearsAgo, "bread", threeAndAHalfYearsAgo), List.of());

        // Three years beyond the grace of half a year: one half-life, or half of one with five years of experience.
        assertThat(levels.of("dough").level()).isCloseTo(40, within(1e-3));
        assertThat(levels.of("dough").atLastUse()).isEqualTo(80);
        assertThat(levels.of("bread").level()).isCloseTo(80 * Math.sqrt(0.5), within(1e-3));
        assertThat(levels(said, Map.of("dough", Optional.of(ago(40))), List.of())
                        .of("dough")
                        .level())
                .isEqualTo(40);
        assertThat(levels(said, Map.of("dough", Optional.of(ago(0.4))), List.of())
                        .of("dough")
                        .level())
                .isEqualTo(80);
    }

    @Test
    void whatNobodyKnowsIsNothingAndTheFutureDoesNotCount() {
        ReportedLevels levels = levels(List.of(), Map.of(), List.of(), measured("dough", 90, 0));

        assertThat(levels.of("dough")).isEqualTo(SkillLevel.none());
        assertThat(levels.all()).isEmpty();
    }
}
