package dev.skillpod.core.trend.theta;

import dev.skillpod.core.math.BrentSearch;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/** The dynamic optimised theta model, fitted to a series without seasons. */
final class DynamicThetaFit implements FittedForecaster {
    private static final double LEAST_WEIGHT = 0.1;
    private static final double GREATEST_WEIGHT = 0.99;
    private static final int CELLS = 8;
    private static final double TOLERANCE = 1e-4;

    private final double origin;
    private final double weight;
    private final double share;
    private final double level;
    private final double sigma;
    private final int length;
    private final RunningTrend trend;

    private DynamicThetaFit(
            double origin, double weight, double share, double level, double sigma, int length, RunningTrend trend) {
        this.origin = origin;
        this.weight = weight;
        this.share = share;
        this.level = level;
        this.sigma = sigma;
        this.length = length;
        this.trend = trend;
    }

    static DynamicThetaFit of(TimeSeries series) {
        double[] y = series.values();
        int n = y.length;
        double origin = y[0];
        var trend = new RunningTrend(0);
        y[0] = 0;
        for (int t = 1; t < n; t++) {
            y[t] -= origin;
            trend.add(y[t]);
        }
        var model = new DynamicTheta(y);
        double weight =
                n < 4 ? GREATEST_WEIGHT : BrentSearch.minimise(model, LEAST_WEIGHT, GREATEST_WEIGHT, CELLS, TOLERANCE);
        double squares = model.applyAsDouble(weight);
        double sigma = Math.sqrt(squares / Math.max(1, n - 6));
        return new DynamicThetaFit(origin, weight, model.share(), model.last(), sigma, n, trend);
    }

    @Override
    public double[] mean(int horizon) {
        double[] mean = new double[StepwiseFit.checkHorizon(horizon)];
        path(mean, level, new RunningTrend(trend), 0);
        for (int h = 0; h < horizon; h++) {
            mean[h] += origin;
        }
        return mean;
    }

    /** The model is linear in its errors: variances are sums of squared responses to one unit of error. */
    @Override
    public double[] deviation(int horizon) {
        double[] deviation = new double[StepwiseFit.checkHorizon(horizon)];
        double[] response = new double[horizon];
        path(response, 0, atZero(), 1);
        double variance = 1;
        deviation[0] = sigma;
        for (int h = 1; h < horizon; h++) {
            variance += response[h] * response[h];
            deviation[h] = sigma * Math.sqrt(variance);
        }
        return deviation;
    }

    @Override
    public FittedForecaster refit(TimeSeries other) {
        return of(other.withoutSeasons());
    }

    private RunningTrend atZero() {
        var zero = new RunningTrend(0);
        for (int t = 1; t < length; t++) {
            zero.add(0);
        }
        return zero;
    }

    /** Fills in what the model expects step by step, taking each expectation for the value; the first value is off by a shock. */
    private void path(double[] expected, double from, RunningTrend line, double shock) {
        double smoothed = from;
        double d = Math.pow(1 - weight, length);
        for (int h = 0; h < expected.length; h++) {
            double next = d * (1 - weight);
            expected[h] = smoothed + share * (d * line.intercept() + (1 - next) / weight * line.slope());
            double value = h == 0 ? expected[h] + shock : expected[h];
            smoothed += weight * (value - smoothed);
            line.add(value);
            d = next;
        }
    }
}
