package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.accuracy.ForecastErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What the back-test of a batch taught.
 *
 * @param weights of the methods, summing to 1
 * @param conformal widths of intervals
 * @param backTests how well each series was forecast, by its number in the batch; without those too short to tell
 */
record Calibration(double[] weights, Conformal conformal, Map<Integer, BackTest> backTests) {
    /** What an error counts at most, in units: a series that lay still has a unit of 0. */
    private static final double GREATEST_SCORE = 100;

    /** Lets all methods forecast the held-out ends and compares. */
    static Calibration of(Members members, Holdout holdout, int horizon, TrainingRun run) {
        MemberForecasts forecasts = MemberForecasts.of(members, holdout.pasts(), horizon, run);
        double[][] naive = forecasts.naive(horizon);
        double[] weights = Weights.learn(members.weights(), forecasts, holdout, naive);
        var scores = new ArrayList<double[]>();
        var backTests = new HashMap<Integer, BackTest>();
        for (int i = 0; i < holdout.size(); i++) {
            var expected = TrendEnsemble.Expectation.of(forecasts, i, weights);
            double[] actual = holdout.futures()[i];
            double[] score = new double[actual.length];
            for (int h = 0; h < actual.length; h++) {
                double error = Math.abs(actual[h] - expected.mean()[h]);
                score[h] = error == 0 ? 0 : Math.min(GREATEST_SCORE, error / Math.max(expected.unit()[h], 1e-300));
            }
            scores.add(score);
            backTests.put(holdout.index()[i], compare(holdout.pasts().get(i), actual, expected.mean(), naive[i]));
        }
        return new Calibration(weights, Conformal.of(scores, horizon), backTests);
    }

    private static BackTest compare(TimeSeries past, double[] actual, double[] mean, double[] naive) {
        double[] forecast = Arrays.copyOf(mean, actual.length);
        double[] values = past.values();
        return new BackTest(
                1,
                actual.length,
                ForecastErrors.meanAbsoluteError(actual, forecast),
                ForecastErrors.meanAbsoluteError(actual, Arrays.copyOf(naive, actual.length)),
                ForecastErrors.smape(actual, forecast),
                ForecastErrors.mase(values, past.frequency(), actual, forecast)
                        .orElse(ForecastErrors.mase(values, 1, actual, forecast).orElse(0)));
    }
}
