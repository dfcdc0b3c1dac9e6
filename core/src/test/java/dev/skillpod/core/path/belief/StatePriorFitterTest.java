package dev.skillpod.core.path.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.path.practice.ChainWorld;
import org.junit.jupiter.api.Test;

class StatePriorFitterTest {
    /** Shares of a third among 2,000 learners: standard error sqrt(1/3 · 2/3 / 2000) = 0.0105; five of these. */
    @Test
    void findsTheAbilitiesFromBeforeTheWarmUp() {
        StatePrior prior = new StatePriorFitter(ChainWorld.DYNAMICS).fit(ChainWorld.learners(2000, 5));

        for (int item = 0; item < 3; item++) {
            assertThat(prior.values(item)).containsExactly(new double[] {-1, 0.1, 0.8}, within(1e-6));
            assertThat(prior.probabilities(item))
                    .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(0.053));
        }
    }

    @Test
    void aPriorRefusesWhatAreNoProbabilities() {
        assertThatThrownBy(() -> new StatePrior(new double[][] {{1, 2}}, new double[][] {{0.5, 0.6}}))
                .hasMessageContaining("sum to 1");
        assertThatThrownBy(() -> new StatePrior(new double[][] {{1, 2}}, new double[][] {{1, 0}}))
                .hasMessageContaining("above 0");
    }
}
