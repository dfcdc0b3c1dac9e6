package dev.skillpod.core.recommend.candidate.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Logs;
import org.junit.jupiter.api.Test;

class TransitionTest {
    private static final InteractionLog RING = Logs.ring(300, 20, 6);

    @Test
    void countsWhatFollows() {
        InteractionLog log = Logs.of(new int[] {0, 1, 2}, new int[] {0, 2});
        var scores = new float[3];
        new TransitionTrainer(new TransitionConfig(2, 0.5, 0, 0))
                .fit(log, TrainingRun.of(1, 1))
                .scoreAll(new int[] {0}, scores);
        // From 0: item 1 directly, item 2 once directly and once one place later, in all 2.5.
        assertThat(scores).containsExactly(new float[] {0, 0.4f, 0.6f}, within(1e-6f));
    }

    @Test
    void knowTheWayAroundTheRing() {
        for (HistoryScorer scorer : new HistoryScorer[] {
            new TransitionTrainer(TransitionConfig.defaults()).fit(RING, TrainingRun.of(1, 2)),
            new SequenceTrainer(SequenceConfig.defaults()).fit(RING, TrainingRun.of(1, 2)),
            new SequenceTrainer(new SequenceConfig(30, 1, 5, false)).fit(RING, TrainingRun.of(1, 2))
        }) {
            var scores = new float[20];
            scorer.scoreAll(new int[] {3, 4, 5}, scores);
            for (int item = 0; item < 20; item++) {
                assertThat(scores[6]).as("item %d", item).isGreaterThanOrEqualTo(scores[item]);
            }
        }
    }

    @Test
    void theRegressionHasTheSameBitsOnAnyNumberOfThreads() {
        var one = new float[20];
        var three = new float[20];
        var trainer = new SequenceTrainer(SequenceConfig.defaults());
        trainer.fit(RING, TrainingRun.of(1, 1)).scoreAll(new int[] {1, 2}, one);
        trainer.fit(RING, TrainingRun.of(1, 3)).scoreAll(new int[] {1, 2}, three);
        assertThat(three).isEqualTo(one);
    }

    @Test
    void sayWhatIsWrong() {
        assertThatThrownBy(() -> new TransitionConfig(0, 1, 1, 1)).hasMessage("window must be in [1, 100], was 0");
        assertThatThrownBy(() -> new TransitionConfig(1, 0, 1, 1)).hasMessage("decay must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> new SequenceConfig(0, 1, 1, true))
                .hasMessage("regularization must be in (0, 1000000], was 0.0");
    }
}
