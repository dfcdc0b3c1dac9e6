package dev.skillpod.core.recommend.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InteractionLogTest {
    @Test
    void keepsFileOrderWithoutTimesAndRepeatedItemsAtTheirLatestPlace() {
        InteractionLog log = Logs.of(new int[] {3, 1, 3, 2}, new int[] {0});
        assertThat(log.history(0)).containsExactly(1, 3, 2);
        assertThat(log.history(1)).containsExactly(0);
        assertThat(log.items()).isEqualTo(4);
        assertThat(log.entries()).isEqualTo(4);
        assertThat(log.counts()).containsExactly(1, 1, 1, 1);
        assertThat(log.timed()).isFalse();
    }

    @Test
    void timesDecideThenFileOrderAndMissingOnesGoToTheMiddle() {
        InteractionLog log = new InteractionLogBuilder()
                .add(0, 0, 30)
                .add(0, 1, 10)
                .add(0, 2, InteractionLog.NO_TIME)
                .add(0, 3, 20)
                .add(0, 4, 30)
                .build(false);
        // Sorted known times are 10, 20, 30, 30; the median taken is 30, whose ties keep the order of the rows.
        assertThat(log.history(0)).containsExactly(1, 3, 0, 2, 4);
        assertThat(log.ordered()).isTrue();
        assertThat(log.timeAt(log.start(0))).isEqualTo(10);
    }

    @Test
    void popularityDecaysWithAge() {
        long day = 86_400;
        InteractionLog log = new InteractionLogBuilder()
                .add(0, 0, 0)
                .add(1, 0, 0)
                .add(2, 1, 10 * day)
                .build(true);
        var scores = new float[2];
        PopularityScorer.of(log, Double.POSITIVE_INFINITY).scoreAll(new int[0], scores);
        assertThat(scores).containsExactly(2, 1);
        PopularityScorer.of(log, 5).scoreAll(new int[0], scores);
        assertThat(scores).containsExactly(0.5f, 1);
        assertThatThrownBy(() -> PopularityScorer.of(log, 0))
                .hasMessage("halfLifeDays must be greater than 0, was 0.0");
    }

    @Test
    void listsHoldNothingTheUserHasAndTiesGoToTheFirst() {
        InteractionLog log = Logs.of(new int[] {0, 1}, new int[] {2, 3}, new int[] {3, 2});
        var recommender = new LogRecommender(log, PopularityScorer.of(log, Double.POSITIVE_INFINITY));
        assertThat(recommender.top(0, 10)).extracting("index").containsExactly(2, 3);
        assertThat(recommender.top(1, 1)).extracting("index").containsExactly(0);
        assertThat(recommender.top(-1, 3)).extracting("index").containsExactly(2, 3, 0);
    }
}
