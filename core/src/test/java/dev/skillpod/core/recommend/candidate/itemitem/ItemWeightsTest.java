package dev.skillpod.core.recommend.candidate.itemitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.candidate.ease.EaseModel;
import dev.skillpod.core.recommend.candidate.ease.EaseTrainer;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnConfig;
import dev.skillpod.core.recommend.candidate.transition.TransitionConfig;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ItemWeightsTest {
    private static final int ITEMS = 12;
    private static final TrainingRun RUN = TrainingRun.of(1, 2);

    /** Checkerboard: even users walk through even items in order, odd users through odd ones. */
    private static InteractionLog log() {
        var random = new SplittableRandom(5);
        var log = new InteractionLogBuilder();
        for (int user = 0; user < 200; user++) {
            int first = random.nextInt(ITEMS / 2 - 2);
            for (int i = first; i < Math.min(ITEMS / 2, first + 4); i++) {
                log.add(user, 2 * i + user % 2, InteractionLog.NO_TIME);
            }
        }
        return log.build(true);
    }

    private static ItemItemConfig config(int mostEaseItems) {
        return new ItemItemConfig(
                new EaseConfig(5, 0.5),
                mostEaseItems,
                new ItemKnnConfig(50, 1, 0.5),
                new TransitionConfig(1, 1, 1, 1),
                100);
    }

    @Test
    void keptWholeTheyScoreLikeTheModel() {
        EaseModel model = new EaseTrainer(new EaseConfig(5, 0.5)).fit(log(), RUN);
        var expected = new float[ITEMS];
        model.scoreAll(new int[] {4, 0, 2}, expected);

        float[] scores = ItemWeights.strongest(model, 100, 0.5)
                .taste(new int[] {4, 0, 2})
                .scores();

        for (int item = 0; item < ITEMS; item++) {
            assertThat(scores[item]).isCloseTo(expected[item], within(1e-6f));
        }
    }

    @Test
    void onlyTheStrongestAreKept() {
        EaseModel model = new EaseTrainer(new EaseConfig(5, 0)).fit(log(), RUN);
        float[] scores = ItemWeights.strongest(model, 2, 0).taste(new int[] {4}).scores();
        float weakestKept = Float.MAX_VALUE;
        float strongestLeft = 0;
        int kept = 0;
        for (int item = 0; item < ITEMS; item++) {
            float weight = Math.abs(model.weight(4, item));
            if (scores[item] != 0) {
                kept++;
                weakestKept = Math.min(weakestKept, weight);
            } else {
                strongestLeft = Math.max(strongestLeft, weight);
            }
        }

        assertThat(kept).isEqualTo(2);
        assertThat(weakestKept).isGreaterThanOrEqualTo(strongestLeft);
    }

    @Test
    void easeAndItemKnnBothStayOnTheirColour() {
        for (int most : new int[] {ITEMS, ITEMS - 1}) {
            float[] scores = new ItemItemTrainer(config(most))
                    .fitTogether(log(), RUN)
                    .taste(new int[] {2, 4})
                    .scores();
            for (int other = 1; other < ITEMS; other += 2) {
                assertThat(scores[6]).isGreaterThan(scores[other]);
            }
        }
    }

    @Test
    void whatComesNextFollowsTheOrder() {
        float[] scores = new ItemItemTrainer(config(ITEMS))
                .fitNext(log(), RUN)
                .taste(new int[] {2, 4})
                .scores();

        for (int item = 0; item < ITEMS; item++) {
            assertThat(scores[6]).isGreaterThanOrEqualTo(scores[item]);
        }
        assertThat(scores[6]).isPositive();
    }

    @Test
    void renumberedTheySayTheSameOfTheSameItems() {
        ItemWeights weights = new ItemItemTrainer(config(ITEMS)).fitTogether(log(), RUN);
        var to = new int[ITEMS];
        for (int item = 0; item < ITEMS; item++) {
            to[item] = item == 0 ? -1 : ITEMS - item;
        }
        float[] before = weights.taste(new int[] {4, 8}).scores();
        float[] after = weights.renumbered(to, 20)
                .taste(new int[] {ITEMS - 4, ITEMS - 8})
                .scores();

        assertThat(after).hasSize(20);
        for (int item = 1; item < ITEMS; item++) {
            assertThat(after[ITEMS - item]).isEqualTo(before[item]);
        }
        assertThat(after[0]).isZero();
        assertThat(weights.of(20).taste(new int[] {19}).known()).isFalse();
    }

    @Test
    void bytesAreReadAgainAndDamageIsRefused() {
        ItemWeights weights = new ItemItemTrainer(config(ITEMS)).fitTogether(log(), RUN);
        byte[] bytes = weights.toBytes();

        ItemWeights read = ItemWeights.fromBytes(bytes);
        int[] history = {2, 4};
        assertThat(read.taste(history).scores())
                .isEqualTo(weights.taste(history).scores());
        assertThat(read.recency()).isEqualTo(weights.recency());
        assertThat(read.toBytes()).isEqualTo(bytes);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            assertThatThrownBy(() -> ItemWeights.fromBytes(damaged))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not readable item weights: ");
        }
        assertThatThrownBy(() -> ItemWeights.fromBytes(java.util.Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
