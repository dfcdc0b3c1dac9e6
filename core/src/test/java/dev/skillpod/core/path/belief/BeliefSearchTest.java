package dev.skillpod.core.path.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.PolicyConformance;
import dev.skillpod.core.path.practice.ChainDynamics;
import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BeliefSearchTest extends PolicyConformance {
    private static final BeliefValue NONE = (particles, from, count, goal, last, stepsLeft) -> 0;
    private final ChainDynamics dynamics = ChainWorld.DYNAMICS;

    @Override
    protected Policy<PracticeObservation> policy() {
        return new BeliefPolicy("belief", dynamics, ChainWorld.prior(), NONE, new SearchConfig(64, 2, 2, 3, 1));
    }

    @Test
    void equalsAPlainRecursionToTheEnd() {
        for (Learner learner : ChainWorld.learners(8, 11)) {
            ParticleBelief belief = belief(learner);
            double exact = plain(states(belief), learner.goal(), belief.last(), 4);

            var exhaustive = new BeliefSearch(dynamics, NONE, new SearchConfig(64, 1, 4, 3, 1));
            exhaustive.best(belief, 4);
            assertThat(exhaustive.value()).isCloseTo(exact, within(1e-9));

            var looking = new BeliefSearch(dynamics, NONE, new SearchConfig(64, 3, 1, 3, 1));
            looking.best(belief, 4);
            assertThat(looking.value()).isCloseTo(exact, within(1e-9));
        }
    }

    private ParticleBelief belief(Learner learner) {
        return new ParticleBelief(
                dynamics,
                ChainWorld.prior(),
                learner.goal(),
                learner.warmUp(),
                learner.last(),
                64,
                new SplittableRandom(3));
    }

    private static List<double[]> states(ParticleBelief belief) {
        var states = new ArrayList<double[]>();
        for (int p = 0; p < belief.size(); p++) {
            states.add(java.util.Arrays.copyOfRange(belief.particles(), p * 5, p * 5 + 5));
        }
        return states;
    }

    /** The slow twin: maximum over actions, expectation over answers, reward at the end. */
    private double plain(List<double[]> states, int[] goal, int last, int stepsLeft) {
        if (stepsLeft == 0) {
            return states.stream()
                    .mapToDouble(s -> (dynamics.score(s, 0, goal) - s[4]) * s[3])
                    .average()
                    .orElseThrow();
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int item : dynamics.accepted(last)) {
            var right = new ArrayList<double[]>();
            var wrong = new ArrayList<double[]>();
            for (double[] state : states) {
                double[] next = state.clone();
                dynamics.practise(next, 0, item);
                (dynamics.answers(next, 0, item) ? right : wrong).add(next);
            }
            double value = 0;
            for (List<double[]> part : List.of(right, wrong)) {
                if (!part.isEmpty()) {
                    value += plain(part, goal, item, stepsLeft - 1) * part.size() / states.size();
                }
            }
            best = Math.max(best, value);
        }
        return best;
    }
}
