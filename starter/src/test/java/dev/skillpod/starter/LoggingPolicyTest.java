package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.TrainingRun;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The logged propensities are the truth about the logging policy, so that off-policy estimates on the log are unbiased. */
class LoggingPolicyTest {
    private static final int LEARNERS = 3000;
    private static final StarterWorld WORLD =
            StarterWorld.generate(StarterConfig.defaults().withLearners(LEARNERS), TestCatalog.small(), 2);

    /*
     * In first lists every content is eligible, so E[1/propensity] is the number of contents left: 120 at position 1, 119
     * at 2, ... Every propensity is at least 0.15/120, hence Var[1/p] <= 120 * 120/0.15 - 120^2 = 81600, a deviation of
     * 286, and of 5.2 for the mean of 3000; the tolerance is 4 of them.
     */
    @Test
    void inversePropensitiesAddUpToTheContentsLeft() {
        for (int position = 1; position <= 10; position++) {
            double sum = 0;
            for (LearnerHistory history : WORLD.histories()) {
                Engagement shown = firstList(history, position);
                sum += 1 / shown.propensity();
            }
            assertThat(sum / LEARNERS).isCloseTo(TestCatalog.CONTENTS + 1 - position, within(21.0));
        }
    }

    /*
     * The same per content: E[1{shown first}/propensity] = 1, with a variance of at most 120/0.15 = 800 per list, so a
     * deviation of 28.3/sqrt(3000) = 0.52 at worst; the tolerance is 5 of them, for 120 comparisons.
     */
    @Test
    void everyContentIsShownAsOftenAsItsPropensitySays() {
        Map<String, Double> weighted = new HashMap<>();
        for (LearnerHistory history : WORLD.histories()) {
            Engagement first = firstList(history, 1);
            weighted.merge(first.contentId(), 1 / first.propensity() / LEARNERS, Double::sum);
        }
        assertThat(weighted).hasSize(TestCatalog.CONTENTS);
        assertThat(weighted.values()).allSatisfy(w -> assertThat(w).isCloseTo(1, within(2.6)));
    }

    /** With one learner's policy at hand, frequencies can be compared to propensities directly. */
    @Test
    void frequenciesOfDrawsAgreeWithPropensities() {
        World world = world();
        LearnerTraits learner = world.population().learner(0);
        LearnerState state = world.population().state(learner);
        var policy = new LoggingPolicy(
                world.arrays(),
                world.market(),
                world.roleNames(),
                world.selfReport().profile(learner, state));
        state.finished[3] = true;
        int draws = 20_000;
        int n = TestCatalog.CONTENTS;
        int[] first = new int[n];
        int[] second = new int[n];
        double[] propensity = new double[n];
        double[] expectedSecond = new double[n];
        var random = world.run().random("test.draws");
        double[][] secondGiven = new double[n][n];
        for (int i = 0; i < draws; i++) {
            var slate = policy.draw(state, 2, random);
            int a = slate.contents()[0];
            int b = slate.contents()[1];
            first[a]++;
            second[b]++;
            propensity[a] = slate.propensities()[0];
            secondGiven[a][b] = slate.propensities()[1];
        }
        double mass = 0;
        for (int c = 0; c < n; c++) {
            mass += propensity[c];
            assertThat(first[c] / (double) draws).isCloseTo(propensity[c], within(tolerance(propensity[c], draws)));
        }
        assertThat(first[3] + second[3]).isZero();
        assertThat(mass).isCloseTo(1, within(1e-9));
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (secondGiven[a][b] > 0) {
                    // Plackett-Luce: the first one's weight is out of the race
                    assertThat(secondGiven[a][b]).isCloseTo(propensity[b] / (1 - propensity[a]), within(1e-9));
                }
            }
        }
        for (int b = 0; b < n; b++) {
            for (int a = 0; a < n; a++) {
                expectedSecond[b] += a == b ? 0 : propensity[a] * propensity[b] / (1 - propensity[a]);
            }
            assertThat(second[b] / (double) draws)
                    .isCloseTo(expectedSecond[b], within(tolerance(expectedSecond[b], draws)));
        }
    }

    @Test
    void listsEndWhereContentsDo() {
        World world = world();
        LearnerTraits learner = world.population().learner(1);
        LearnerState state = world.population().state(learner);
        for (int c = 4; c < TestCatalog.CONTENTS; c++) {
            state.finished[c] = true;
        }
        var policy = new LoggingPolicy(
                world.arrays(),
                world.market(),
                world.roleNames(),
                world.selfReport().profile(learner, state));
        var slate = policy.draw(state, 10, world.run().random("test.short"));
        assertThat(slate.contents()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(slate.propensities()[3]).isCloseTo(1, within(1e-9));
    }

    /** Five standard deviations of a frequency, for a few hundred comparisons. */
    private static double tolerance(double probability, int draws) {
        return 5 * Math.sqrt(probability * (1 - probability) / draws) + 1e-4;
    }

    private static World world() {
        var config = StarterConfig.defaults().withLearners(10);
        var run = TrainingRun.of(config.seed(), 1);
        var arrays = new CatalogArrays(TestCatalog.small());
        return World.of(arrays, config, run, new DemandModel(arrays, config, run));
    }

    private static Engagement firstList(LearnerHistory history, int position) {
        return history.engagements().stream()
                .filter(e -> e.type() == EngagementType.IMPRESSION)
                .skip(position - 1)
                .findFirst()
                .orElseThrow();
    }
}
