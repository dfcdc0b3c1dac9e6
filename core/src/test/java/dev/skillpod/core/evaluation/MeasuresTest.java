package dev.skillpod.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Golden values are worked out by hand from the definitions; the comments show how. */
class MeasuresTest {
    @Test
    void ndcgDiscountsByTheLogarithmOfTheRank() {
        // by score the gains are 2, 0, 1, 3: DCG 2 + 0/1.585 + 1/2 + 3/2.322, ideal 3 + 2/1.585 + 1/2
        double expected = (2 + 0.5 + 3 / (Math.log(5) / Math.log(2))) / (3 + 2 / (Math.log(3) / Math.log(2)) + 0.5);

        assertThat(Ndcg.at(10, new double[] {0.1, 0.4, 0.3, 0.2}, new double[] {3, 2, 0, 1}))
                .hasValueCloseTo(expected, within(1e-12));
        assertThat(Ndcg.at(1, new double[] {0.1, 0.4}, new double[] {3, 2})).hasValueCloseTo(2 / 3.0, within(1e-12));
        assertThat(Ndcg.at(10, new double[] {1, 2}, new double[] {0, 0})).isEmpty();
    }

    @Test
    void aucCountsPairsAndTiesHalf() {
        // of the four pairs only (0.35, 0.4) is the wrong way round: 3 / 4
        assertThat(Probabilities.auc(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
                .isCloseTo(0.75, within(1e-12));
        assertThat(Probabilities.auc(new double[] {1, 1}, new boolean[] {true, false}))
                .isEqualTo(0.5);
        assertThat(Probabilities.auc(new double[] {1, 2}, new boolean[] {true, true}))
                .isEqualTo(0.5);
    }

    @Test
    void calibrationErrorIsTheMeanDistanceOfPromisedAndObserved() {
        var predicted = new double[1000];
        var happened = new boolean[1000];
        for (int i = 0; i < 1000; i++) {
            predicted[i] = 0.3 + i * 1e-9;
            happened[i] = i % 2 == 0;
        }

        assertThat(Probabilities.calibrationError(predicted, happened)).isCloseTo(0.2, within(1e-6));
    }

    @Test
    void theBootstrapIntervalIsTheNormalOneForManyObservations() {
        var random = new SplittableRandom(1);
        double[] sample = random.doubles(2000).toArray();
        var interval = Bootstrap.mean(sample, new SplittableRandom(2));

        // the mean of 2000 uniforms has a standard error of sqrt(1/12/2000) = 0.00645; 1.96 of them are 0.01265
        assertThat(interval.upper() - interval.mean()).isCloseTo(0.01265, within(0.0012));
        assertThat(interval.mean() - interval.lower()).isCloseTo(0.01265, within(0.0012));
        assertThatThrownBy(() -> Bootstrap.mean(new double[0], random)).hasMessageContaining("at least one");
    }
}
