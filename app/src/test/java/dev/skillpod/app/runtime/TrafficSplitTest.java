package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficSplitTest {
    private static final List<LearnerKey> LEARNERS = IntStream.range(0, 20_000)
            .mapToObj(i -> new LearnerKey(i % 2 == 0 ? "acme" : "b", "user-" + i / 2))
            .toList();

    private static long answered(double share) {
        return LEARNERS.stream()
                .filter(l -> TrafficSplit.toChallenger(l, share))
                .count();
    }

    /** 20,000 independent draws have a standard deviation of at most 71; within five of them. */
    @Test
    void aShareIsMet() {
        assertThat(answered(0)).isZero();
        assertThat(answered(0.1)).isBetween(2_000L - 213, 2_000L + 213);
        assertThat(answered(0.5)).isBetween(10_000L - 355, 10_000L + 355);
    }

    @Test
    void thoseOfASmallShareStayInALargerOne() {
        assertThat(LEARNERS)
                .filteredOn(l -> TrafficSplit.toChallenger(l, 0.05))
                .allMatch(l -> TrafficSplit.toChallenger(l, 0.2));
    }

    @Test
    void theSameUserOfAnotherTenantIsAnotherLearner() {
        long together = IntStream.range(0, 10_000)
                .filter(i -> TrafficSplit.toChallenger(new LearnerKey("acme", "u" + i), 0.5)
                        == TrafficSplit.toChallenger(new LearnerKey("other", "u" + i), 0.5))
                .count();

        assertThat(together).isBetween(4_750L, 5_250L);
    }
}
