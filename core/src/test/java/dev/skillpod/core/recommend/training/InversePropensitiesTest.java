package dev.skillpod.core.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.training.ShownList.Outcome;
import dev.skillpod.core.recommend.training.ShownList.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InversePropensitiesTest {
    private static ShownList list(int[] contents, double[] propensities, Outcome[] outcomes) {
        var history = TinyWorld.history(TinyWorld.profile(null), List.of(), List.of());
        int[] positions = IntStream.rangeClosed(1, contents.length).toArray();
        return new ShownList(history, TinyWorld.NOW, contents, positions, propensities, outcomes);
    }

    private static ShownList shown(double... propensities) {
        var outcomes = new Outcome[propensities.length];
        java.util.Arrays.fill(outcomes, Outcome.of(Step.NONE));
        return list(new int[propensities.length], propensities, outcomes);
    }

    @Test
    void weightsAreInverseClippedAtFiveMediansAndOneOnAverage() {
        var weights = InversePropensities.fit(List.of(shown(1, 1, 1, 0.5), shown(0.01)));

        // inverses 1, 1, 1, 2 and 100, clipped at 5: mean 2
        assertThat(weights.weight(1)).isCloseTo(0.5, within(1e-12));
        assertThat(weights.weight(0.5)).isCloseTo(1, within(1e-12));
        assertThat(weights.weight(0.01)).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void withoutAPropensityAnImpressionCountsOnce() {
        assertThat(InversePropensities.fit(List.of(shown(Double.NaN))).weight(Double.NaN))
                .isEqualTo(1);
        assertThat(InversePropensities.fit(List.of(shown(0.5, 0.1, Double.NaN))).weight(Double.NaN))
                .isEqualTo(1);
    }

    /*
     * Two kinds of learners, which no content index tells apart: learners of kind 0 like contents 0-9, those of kind 1 the
     * other ten. The policy guesses the kind and draws the first place thrice as often from what is liked, the second evenly
     * from the rest; so likers stand above non-likers of the same content, and the unweighted curve falls too fast (to
     * 0.5 x 0.35 / 0.475 = 0.37). Planted is 0.5; that the first content is gone at the second place takes 2 % off it. 200,000
     * lists give 35,000 views or more per position, a standard error below 1 % with these weights; three of them and the 2 %
     * are 0.025.
     */
    @Test
    void loggedPropensitiesUndoAPolicyThatKnowsMoreThanTheContent() {
        var random = new SplittableRandom(9);
        var lists = new ArrayList<ShownList>();
        for (int l = 0; l < 200_000; l++) {
            int kind = random.nextInt(2);
            boolean likedFirst = random.nextDouble() < 0.75;
            int first = 10 * (likedFirst ? kind : 1 - kind) + random.nextInt(10);
            int second = (first + 1 + random.nextInt(19)) % 20;
            int[] contents = {first, second};
            var outcomes = new Outcome[2];
            for (int k = 0; k < 2; k++) {
                double attraction = contents[k] / 10 == kind ? 0.6 : 0.1;
                outcomes[k] = Outcome.of(random.nextDouble() < attraction / (k + 1) ? Step.VIEWED : Step.NONE);
            }
            lists.add(list(contents, new double[] {likedFirst ? 3.0 / 40 : 1.0 / 40, 1.0 / 19}, outcomes));
        }

        double corrected =
                PositionBias.fit(lists, 20, InversePropensities.fit(lists)).examination()[2];
        double estimated =
                PositionBias.fit(lists, 20, InversePropensities.fit(List.of())).examination()[2];

        assertThat(corrected).isCloseTo(0.5, within(0.025));
        assertThat(estimated).isLessThan(0.4);
    }
}
