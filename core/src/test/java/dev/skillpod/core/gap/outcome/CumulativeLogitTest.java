package dev.skillpod.core.gap.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CumulativeLogitTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Of 20,000 draws the coefficients err by 0.02; the bounds are four of that. */
    @Test
    void theCoefficientsOfOrderedStagesAreFound() {
        var random = new SplittableRandom(3);
        double[] cuts = {-INFINITY, -1, 0, INFINITY};
        var rows = new ArrayList<CumulativeLogit.Row>();
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextDouble(-2, 2);
            double u = random.nextDouble();
            double latent = -0.4 + 0.8 * x + Math.log(u / (1 - u));
            int stage = latent > 0 ? 2 : latent > -1 ? 1 : 0;
            rows.add(
                    new CumulativeLogit.Row(new int[] {0, 1}, new double[] {1, x}, cuts[stage], cuts[stage + 1], 0, 1));
        }
        CumulativeLogit.Fit fit = CumulativeLogit.fit(rows, new double[2], new double[2], new double[2]);
        assertThat(fit.coefficients()[0]).isCloseTo(-0.4, within(0.08));
        assertThat(fit.coefficients()[1]).isCloseTo(0.8, within(0.08));
        assertThat(Math.sqrt(fit.variance()[1])).isBetween(0.005, 0.03);
    }

    @Test
    void withoutRowsThePriorIsAllThatIsKnown() {
        CumulativeLogit.Fit fit =
                CumulativeLogit.fit(List.of(), new double[2], new double[] {0.3, -1}, new double[] {4, 25});
        assertThat(fit.coefficients()).containsExactly(new double[] {0.3, -1}, within(1e-6));
        assertThat(fit.variance()).containsExactly(new double[] {0.25, 0.04}, within(1e-6));
    }

    @Test
    void betaCalibrationMendsDistortedProbabilitiesAndKeepsTheirOrder() {
        var random = new SplittableRandom(5);
        double[] told = new double[20_000];
        boolean[] happened = new boolean[told.length];
        for (int i = 0; i < told.length; i++) {
            double truth = random.nextDouble(0.02, 0.98);
            happened[i] = random.nextDouble() < truth;
            told[i] = Logit.sigmoid(2 * Math.log(truth / (1 - truth)) + 1);
        }
        BetaCalibration calibration = BetaCalibration.fit(told, happened);
        double last = 0;
        for (double truth = 0.1; truth < 0.95; truth += 0.1) {
            double p = calibration.probability(Logit.sigmoid(2 * Math.log(truth / (1 - truth)) + 1));
            // a bin of 2,000 errs by 0.011
            assertThat(p).isCloseTo(truth, within(0.03)).isGreaterThan(last);
            last = p;
        }
    }

    /** The mean of the margin against a sum over the normal distribution. */
    @Test
    void expectedMarginsAreMeansOverTheNormal() {
        var saturation = new Saturation(-2, 1);
        for (double mean : new double[] {-4, -2, -0.5, 0.9, 3}) {
            double sum = 0;
            double weights = 0;
            for (double z = -6; z <= 6; z += 0.001) {
                double weight = Math.exp(-z * z / 2);
                sum += weight * Math.clamp(mean + 0.6 * z, -2, 1);
                weights += weight;
            }
            assertThat(saturation.expected(mean, 0.6)).isCloseTo(sum / weights, within(1e-4));
            double slope = (saturation.expected(mean + 1e-4, 0.6) - saturation.expected(mean - 1e-4, 0.6)) / 2e-4;
            assertThat(saturation.inside(mean, 0.6)).isCloseTo(slope, within(1e-4));
        }
    }
}
