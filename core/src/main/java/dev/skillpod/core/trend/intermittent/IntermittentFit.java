package dev.skillpod.core.trend.intermittent;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/**
 * One mean demand per step, for all steps. Deviations start from the one-step errors of the past and grow as those of exponential smoothing
 * with the same weight.
 */
final class IntermittentFit extends StepwiseFit {
    private final Forecaster method;
    private final double mean;
    private final double sigma;
    private final double weight;

    /**
     * Makes a fit.
     *
     * @param squares sum of squared one-step errors of the past
     * @param length steps they were made at
     * @param weight with which sizes are smoothed
     */
    IntermittentFit(Forecaster method, double mean, double squares, int length, double weight) {
        this.method = method;
        this.mean = mean;
        sigma = Math.sqrt(squares / length);
        this.weight = weight;
    }

    @Override
    protected double meanAt(int step) {
        return mean;
    }

    @Override
    protected double deviationAt(int step) {
        return sigma * Math.sqrt(1 + (step - 1) * weight * weight);
    }

    /** There is no form to keep, and an estimate takes microseconds. */
    @Override
    public FittedForecaster refit(TimeSeries other) {
        return method.fit(other);
    }
}
