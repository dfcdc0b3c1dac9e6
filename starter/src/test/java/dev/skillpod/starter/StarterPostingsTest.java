package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.PayRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jobs as everybody sees them, and the pay behind them. */
class StarterPostingsTest {
    private static final StarterConfig CONFIG = StarterConfig.defaults().withLearners(150);
    private static final StarterWorld WORLD = StarterWorld.generate(CONFIG, TestCatalog.small(), 2);
    private static final List<JobPosting> POSTINGS = WORLD.postings();

    @Test
    void everyJobOfTheLogIsPostedWithTheSkillsOfItsSignals() {
        Map<String, JobPosting> byId = new HashMap<>();
        POSTINGS.forEach(posting -> byId.put(posting.id(), posting));
        assertThat(byId).hasSize(POSTINGS.size()).hasSize(8 * 45);
        int outcomes = 0;
        for (LearnerHistory history : WORLD.histories()) {
            for (ApplicationOutcome outcome : history.outcomes()) {
                JobPosting posting = byId.get(outcome.jobId());
                assertThat(posting.skills())
                        .extracting(AskedSkill::skillId)
                        .containsExactlyElementsOf(outcome.skillIds());
                outcomes++;
            }
        }
        assertThat(outcomes).isGreaterThan(50);
    }

    @Test
    void postingsLieInTheWindowWithLevelsRolesAndRegions() {
        for (JobPosting posting : POSTINGS) {
            assertThat(posting.postedAt())
                    .isBefore(CONFIG.end())
                    .isAfterOrEqualTo(CONFIG.start().minus(Duration.ofDays(75)));
            assertThat(posting.skills()).hasSizeBetween(3, 6);
            assertThat(posting.skills()).allMatch(asked -> asked.level() != null && asked.level() >= 5);
            assertThat(WORLD.catalog().role(posting.roleId()).orElseThrow().title())
                    .isEqualTo(posting.title());
            assertThat(posting.region()).isIn("north", "east", "south", "west");
        }
    }

    /** Of 360 jobs a quarter are silent on pay, with a deviation of 0.023; the bounds are four of them. */
    @Test
    void threeInFourTellTheirPayAroundItsMedian() {
        var logs = new ArrayList<Double>();
        for (JobPosting posting : POSTINGS) {
            PayRange pay = posting.pay();
            if (pay != null) {
                assertThat(pay.currency()).isEqualTo("EUR");
                logs.add(Math.log(pay.middle() / WORLD.truth().medianPay(posting.id())));
            }
        }
        assertThat(logs.size() / (double) POSTINGS.size()).isBetween(0.66, 0.84);
        double mean = logs.stream().mapToDouble(d -> d).average().orElseThrow();
        double squares = logs.stream().mapToDouble(d -> d * d).average().orElseThrow();
        // noise of 0.09 over at least 237 jobs: the mean errs by 0.006, the deviation by 0.004
        assertThat(mean).isCloseTo(0, within(0.024));
        assertThat(Math.sqrt(squares)).isCloseTo(0.09, within(0.017));
    }

    @Test
    void payEffectsArePositiveAndUnknownIdsAreRefused() {
        WORLD.catalog()
                .skills()
                .forEach(
                        skill -> assertThat(WORLD.truth().payEffect(skill.id())).isBetween(0.0, 0.5));
        assertThatThrownBy(() -> WORLD.truth().payEffect("x")).hasMessage("no such skill: x");
        assertThatThrownBy(() -> WORLD.truth().medianPay("job-99999")).hasMessage("no such job: job-99999");
        assertThatThrownBy(() -> WORLD.truth().hireProbability("job-00001", new double[1], 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreOfAnAskedSkillHelpsByWhatTheFormulaSays() {
        int seen = 0;
        for (LearnerHistory history : WORLD.histories()) {
            for (ApplicationOutcome outcome : history.outcomes()) {
                String skill = outcome.skillIds().getFirst();
                String id = outcome.eventId();
                double before = WORLD.truth().hireProbability(id);
                assertThat(WORLD.truth().hireProbabilityWithMore(id, skill, 10)).isGreaterThanOrEqualTo(before);
                assertThat(WORLD.truth().hireProbabilityWithMore(id, skill, 0)).isEqualTo(before);
                double[] mastery = outcome.skillIds().stream()
                        .mapToDouble(
                                s -> WORLD.truth().masteryWhenApplying(id, s).orElseThrow())
                        .toArray();
                double z = WORLD.truth().confounder(history.learner().userId());
                assertThat(WORLD.truth().hireProbability(outcome.jobId(), mastery, z))
                        .isCloseTo(before, within(1e-12));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(50);
    }
}
