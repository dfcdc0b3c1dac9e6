package dev.skillpod.core.recommend.candidate.itemknn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Logs;
import org.junit.jupiter.api.Test;

/** Golden values by hand: items 0, 1, 2 have 3, 2, 1 users and share 2 (0, 1), 1 (0, 2) and 0 (1, 2). */
class ItemKnnTrainerTest {
    private static final InteractionLog LOG = Logs.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 2});

    @Test
    void likenessIsTheShrunkCosine() {
        var scores = new float[3];
        fit(new ItemKnnConfig(10, 0, 0)).scoreAll(new int[] {0}, scores);
        assertThat(scores).containsExactly(new float[] {0, 0.816497f, 0.577350f}, within(1e-6f));
        fit(new ItemKnnConfig(10, 1, 0)).scoreAll(new int[] {0}, scores);
        assertThat(scores).containsExactly(new float[] {0, 0.579796f, 0.366025f}, within(1e-6f));
    }

    @Test
    void onlyTheNearestOfAnItemCountForIt() {
        var scores = new float[3];
        ItemKnnModel model = fit(new ItemKnnConfig(1, 0, 0));
        // The nearest of 0 is 1, so having 2 says nothing about 0.
        model.scoreAll(new int[] {2}, scores);
        assertThat(scores).containsExactly(0, 0, 0);
        model.scoreAll(new int[] {1}, scores);
        assertThat(scores[0]).isGreaterThan(0.8f);
    }

    @Test
    void olderItemsWeighLessByTheirDistance() {
        var scores = new float[3];
        fit(new ItemKnnConfig(10, 0, 1)).scoreAll(new int[] {1, 2}, scores);
        assertThat(scores[0]).isCloseTo(0.816497f / 2 + 0.577350f, within(1e-6f));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new ItemKnnConfig(0, 0, 0)).hasMessage("neighbours must be in [1, 10000], was 0");
        assertThatThrownBy(() -> new ItemKnnConfig(1, -1, 0)).hasMessage("shrinkage must be in [0, 1000000], was -1.0");
    }

    private static ItemKnnModel fit(ItemKnnConfig config) {
        return new ItemKnnTrainer(config).fit(LOG, TrainingRun.of(1, 2));
    }
}
