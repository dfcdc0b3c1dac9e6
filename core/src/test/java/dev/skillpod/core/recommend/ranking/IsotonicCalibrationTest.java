package dev.skillpod.core.recommend.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsotonicCalibrationTest {
    @Test
    void recoversTheCurveBehindDistortedScores() {
        var random = new SplittableRandom(5);
        int n = 40_000;
        var scores = new double[n];
        var happened = new boolean[n];
        for (int i = 0; i < n; i++) {
            double probability = random.nextDouble();
            scores[i] = probability * probability * probability;
            happened[i] = random.nextDouble() < probability;
        }
        var calibration = IsotonicCalibration.fit(scores, happened);

        // a pool near p = 0.5 holds some hundred observations: a standard error of 0.03, so 0.1 is three of them
        for (double p = 0.1; p < 0.95; p += 0.1) {
            assertThat(calibration.probability(p * p * p)).isCloseTo(p, within(0.1));
        }
        assertThat(calibration.probabilities()).isSorted();
    }

    @Test
    void noStepRestsOnAHandful() {
        var scores = new double[200];
        var happened = new boolean[200];
        for (int i = 0; i < 200; i++) {
            scores[i] = i;
            happened[i] = i == 199;
        }

        assertThat(IsotonicCalibration.fit(scores, happened).probability(199)).isLessThan(0.05);
    }

    @Test
    void outsideTheKnotsTheCurveIsFlatAndBetweenThemStraight() {
        var calibration = new IsotonicCalibration(new double[] {1, 3}, new double[] {0.2, 0.6});

        assertThat(calibration.probability(0)).isEqualTo(0.2);
        assertThat(calibration.probability(9)).isEqualTo(0.6);
        assertThat(calibration.probability(2)).isCloseTo(0.4, within(1e-12));
    }
}
