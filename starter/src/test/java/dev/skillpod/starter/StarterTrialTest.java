package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.LearnerHistory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StarterTrialTest {
    private static final StarterWorld WORLD =
            StarterWorld.generate(StarterConfig.defaults().withLearners(100));

    /*
     * Sums over 20,000 independent places: what was finished less what was to be expected has a variance of the sum of
     * p (1 - p) at most; four standard deviations are granted. The inverse propensities of one place sum, in expectation, to
     * the number of contents that can be shown, of which there are at most as many as the catalogue has.
     */
    @Test
    void whatIsFinishedIsWhatWasToBeExpectedAndPropensitiesAreProbabilities() {
        StarterTruth truth = WORLD.truth();
        double finished = 0;
        double expected = 0;
        double variance = 0;
        double inverse = 0;
        int lists = 0;
        for (LearnerHistory learner : WORLD.histories()) {
            String user = learner.learner().userId();
            var random = new SplittableRandom(learner.learner().stableHash());
            for (int draw = 0; draw < 20; draw++) {
                StarterTrial trial = truth.trial(user, random);
                assertThat(trial.contents()).doesNotHaveDuplicates().hasSize(10);
                for (int k = 0; k < trial.contents().length; k++) {
                    double p = truth.completionProbability(user, trial.contents()[k], k + 1);
                    finished += trial.finished()[k] ? 1 : 0;
                    expected += p;
                    variance += p * (1 - p);
                    assertThat(trial.propensities()[k]).isPositive().isLessThan(1);
                }
                inverse += 1 / trial.propensities()[0];
                lists++;
            }
        }

        assertThat(finished).isCloseTo(expected, within(4 * Math.sqrt(variance)));
        int contents = WORLD.catalog().contents().size();
        assertThat(inverse / lists).isBetween(0.8 * contents, 1.1 * contents);
    }

    @Test
    void lowerPlacesAreLookedAtLess() {
        String user = WORLD.histories().getFirst().learner().userId();
        double first = WORLD.truth().completionProbability(user, 0, 1);

        assertThat(WORLD.truth().completionProbability(user, 0, 10)).isCloseTo(first / 3.7, within(1e-12));
        assertThat(WORLD.truth()
                        .completionProbability(
                                user, WORLD.catalog().contents().getFirst().id()))
                .isEqualTo(first);
    }
}
