package dev.skillpod.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GreedyPolicyTest extends PolicyConformance {
    @Override
    protected Policy<PracticeObservation> policy() {
        return new GreedyPolicy<>("greedy", (observation, random) -> new double[] {1, 3, 3});
    }

    @Test
    void takesTheFirstOfTheBestAllowed() {
        var atStart = new Learner(0, new double[3], 0, new int[] {2}, List.of());
        var free = new Learner(0, new double[3], -1, new int[] {2}, List.of());
        Actor<PracticeObservation> actor = policy().begin(new SplittableRandom(0));

        assertThat(actor.act(ChainWorld.start(free, 1))).isEqualTo(1);
        assertThat(actor.act(ChainWorld.start(atStart, 1))).isEqualTo(1);
    }
}
