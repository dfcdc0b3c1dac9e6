package dev.skillpod.core.path.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.path.practice.ChainDynamics;
import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParticleBeliefTest {
    private final ChainDynamics dynamics = ChainWorld.DYNAMICS;

    /**
     * Means of the abilities against all 27 states of the prior, weighed by whether they agree. With 3,000 particles a mean of values
     * within [-1, 2] has a standard error below 1.5 / sqrt(3000) = 0.027; copies that moved are correlated, so five of these.
     */
    @Test
    void agreesWithEnumerationAfterWarmUpAndAnswers() {
        for (Learner learner : ChainWorld.learners(12, 7)) {
            double[] truth = learner.abilities();
            var belief = new ParticleBelief(
                    dynamics,
                    ChainWorld.prior(),
                    learner.goal(),
                    learner.warmUp(),
                    learner.last(),
                    3000,
                    new SplittableRandom(1));
            var seen = new java.util.ArrayList<>(learner.warmUp());
            int item = dynamics.accepted(learner.last())[0];
            for (int step = 0; step < 2; step++) {
                dynamics.practise(truth, 0, item);
                var answer = new Interaction(item, dynamics.answers(truth, 0, item));
                seen.add(answer);
                belief.observe(answer);
            }

            double[] exact = enumerate(seen);
            var mean = new double[3];
            int stride = 5;
            for (int p = 0; p < belief.size(); p++) {
                for (int i = 0; i < 3; i++) {
                    mean[i] += belief.particles()[p * stride + i] / belief.size();
                }
            }
            assertThat(mean).containsExactly(exact, within(0.135));
        }
    }

    @Test
    void survivesAnswersThatThePriorRulesOut() {
        var impossible = List.of(new Interaction(0, true), new Interaction(0, false));
        var belief = new ParticleBelief(
                dynamics, ChainWorld.prior(), new int[] {2}, impossible, 0, 64, new SplittableRandom(1));

        belief.observe(new Interaction(1, true));

        assertThat(belief.size()).isPositive();
        assertThat(belief.expectedReward()).isBetween(0.0, 1.0);
    }

    private double[] enumerate(List<Interaction> seen) {
        double[] values = ChainWorld.prior().values(0);
        var mean = new double[3];
        int agreeing = 0;
        for (int code = 0; code < 27; code++) {
            double[] state = {values[code % 3], values[code / 3 % 3], values[code / 9]};
            int last = -1;
            boolean agrees = true;
            for (Interaction interaction : seen) {
                if (dynamics.accepts(last, interaction.item())) {
                    dynamics.practise(state, 0, interaction.item());
                    last = interaction.item();
                }
                agrees &= dynamics.answers(state, 0, interaction.item()) == interaction.correct();
            }
            if (agrees) {
                agreeing++;
                for (int i = 0; i < 3; i++) {
                    mean[i] += state[i];
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            mean[i] /= agreeing;
        }
        return mean;
    }
}
