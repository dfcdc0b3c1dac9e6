package dev.skillpod.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TopologicalPolicyTest extends PolicyConformance {
    @Override
    protected Policy<PracticeObservation> policy() {
        return new TopologicalPolicy<>(ChainWorld.DYNAMICS.order());
    }

    /** From 0, one practice brings an item to 1: each is practised once, in the order of the chain; then the last one again. */
    @Test
    void goesUpTheChain() {
        var learner = new Learner(0, new double[3], -1, new int[] {2}, List.of());
        var environment = new PracticeEnvironment(ChainWorld.DYNAMICS, learner, 4);

        Episode episode = Episode.play(environment, policy(), new SplittableRandom(0));

        assertThat(episode.path()).containsExactly(0, 1, 2, 2);
        assertThat(episode.reward()).isEqualTo(1);
    }
}
