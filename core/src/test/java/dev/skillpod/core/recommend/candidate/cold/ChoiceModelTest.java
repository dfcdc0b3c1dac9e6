package dev.skillpod.core.recommend.candidate.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.candidate.cold.ChoiceModel.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChoiceModelTest {
    @Test
    void recoversTheWeightsThatChoicesWereDrawnFrom() {
        double[] truth = {1.5, -0.8, 0};
        var random = new SplittableRandom(3);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            var evidence = new float[3][8];
            int best = 0;
            double bestUtility = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < 8; c++) {
                double utility = -Math.log(-Math.log(random.nextDouble(1e-12, 1)));
                for (int way = 0; way < 3; way++) {
                    evidence[way][c] = (float) random.nextGaussian();
                    utility += truth[way] * evidence[way][c];
                }
                if (utility > bestUtility) {
                    bestUtility = utility;
                    best = c;
                }
            }
            choices.add(new Choice(evidence, new int[] {best}));
        }

        double[] weights = ChoiceModel.fit(choices, 1e-6).weights();

        // Each choice brings at least 0.3 of information per weight: standard error below 1 / sqrt(1200) = 0.03.
        for (int way = 0; way < 3; way++) {
            assertThat(weights[way]).isCloseTo(truth[way], within(0.12));
        }
    }

    @Test
    void evidenceFarOutDoesNotThrowItOff() {
        double penalty = 0.1;
        var random = new SplittableRandom(4);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            var evidence = new float[2][30];
            for (int c = 0; c < 30; c++) {
                evidence[0][c] = (float) Math.pow(random.nextGaussian(), 5);
                evidence[1][c] = evidence[0][c] + (float) random.nextGaussian();
            }
            int best = 0;
            for (int c = 1; c < 30; c++) {
                best = evidence[0][c] > evidence[0][best] ? c : best;
            }
            choices.add(new Choice(evidence, new int[] {best, i % 30 == best ? (best + 1) % 30 : i % 30}));
        }

        double[] weights = ChoiceModel.fit(choices, penalty).weights();

        double reached = objective(choices, weights, penalty);
        for (int way = 0; way < 2; way++) {
            for (double nudge : new double[] {-0.01, 0.01}) {
                double[] other = weights.clone();
                other[way] += nudge;
                assertThat(objective(choices, other, penalty)).isLessThan(reached);
            }
        }
    }

    /** The penalised log-likelihood, straight from its definition. */
    private static double objective(List<Choice> choices, double[] weights, double penalty) {
        double sum = 0;
        for (Choice choice : choices) {
            float[][] x = choice.evidence();
            double total = 0;
            for (int c = 0; c < x[0].length; c++) {
                total += Math.exp(weights[0] * x[0][c] + weights[1] * x[1][c]);
            }
            for (int c : choice.taken()) {
                sum += (weights[0] * x[0][c] + weights[1] * x[1][c] - Math.log(total)) / choice.taken().length;
            }
        }
        return sum - penalty * choices.size() * (weights[0] * weights[0] + weights[1] * weights[1]);
    }
}
