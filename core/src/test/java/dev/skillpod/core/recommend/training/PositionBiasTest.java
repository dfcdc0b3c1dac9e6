package dev.skillpod.core.recommend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.training.ShownList.Outcome;
import dev.skillpod.core.recommend.training.ShownList.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionBiasTest {
    private static final int LENGTH = 6;

    /** The attractive contents come first more often, as a policy that knows something would show them. */
    private static List<ShownList> lists(int count) {
        var random = new SplittableRandom(3);
        var lists = new ArrayList<ShownList>();
        var history = TinyWorld.history(TinyWorld.profile(null), List.of(), List.of());
        for (int l = 0; l < count; l++) {
            var order = new ArrayList<Integer>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            order.sort(java.util.Comparator.comparingDouble(c -> c + 6 * random.nextDouble()));
            var contents = new int[LENGTH];
            var positions = new int[LENGTH];
            var propensities = new double[LENGTH];
            Arrays.fill(propensities, Double.NaN);
            var outcomes = new Outcome[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                contents[i] = order.get(i);
                positions[i] = i + 1;
                double seen = 0.6 / (1 + contents[i]) / (1 + 0.5 * i);
                outcomes[i] = Outcome.of(random.nextDouble() < seen ? Step.VIEWED : Step.NONE);
            }
            lists.add(new ShownList(history, TinyWorld.NOW, contents, positions, propensities, outcomes));
        }
        return lists;
    }

    @Test
    void recoversAPlantedCurveAlthoughBetterContentsStandHigher() {
        PositionBias bias = PositionBias.fit(lists(40_000), 8, InversePropensities.fit(List.of()));

        // about 1,000 views at the last position: a standard error of 3 %, so 4 of them are 12 %
        for (int position = 2; position <= LENGTH; position++) {
            double planted = 1 / (1 + 0.5 * (position - 1));
            assertThat(bias.examination()[position]).isCloseTo(planted, within(0.12 * planted));
        }
        assertThat(bias.weight(1)).isEqualTo(1);
        assertThat(bias.weight(99)).isEqualTo(bias.weight(LENGTH));
    }
}
