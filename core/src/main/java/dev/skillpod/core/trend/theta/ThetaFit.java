package dev.skillpod.core.trend.theta;

import dev.skillpod.core.math.BrentSearch;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.StepwiseFit;
import dev.skillpod.core.trend.TimeSeries;

/** Exponential smoothing with half the slope of the trend, fitted to a series without seasons. */
final class ThetaFit extends StepwiseFit {
    private static final double LEAST_WEIGHT = 1e-4;
    private static final double GREATEST_WEIGHT = 0.9999;
    private static final int CELLS = 10;
    private static final double TOLERANCE = 1e-4;

    private final int length;
    private final double weight;
    private final double level;
    private final double drift;
    private final double sigma;

    ThetaFit(TimeSeries series) {
        double[] y = series.values();
        length = y.length;
        double first = y[0];
        for (int t = 0; t < length; t++) {
            y[t] -= first;
        }
        var smoothing = new Smoothing(y);
        weight = length < 3
                ? GREATEST_WEIGHT
                : BrentSearch.minimise(smoothing, LEAST_WEIGHT, GREATEST_WEIGHT, CELLS, TOLERANCE);
        double squares = smoothing.applyAsDouble(weight);
        level = first + smoothing.last();
        drift = slope(y) / 2;
        sigma = length > 2 ? Math.sqrt(squares / (length - 2)) : Math.abs(y[length - 1]);
    }

    @Override
    protected double meanAt(int step) {
        return level + drift * (step - 1 + (1 - Math.pow(1 - weight, length)) / weight);
    }

    @Override
    protected double deviationAt(int step) {
        return sigma * Math.sqrt(1 + (step - 1) * weight * weight);
    }

    @Override
    public FittedForecaster refit(TimeSeries other) {
        return new ThetaFit(other.withoutSeasons());
    }

    /** The slope of the least-squares line through the values; 0 for a single one. */
    private static double slope(double[] y) {
        double middle = (y.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < y.length; t++) {
            products += (t - middle) * y[t];
            squares += (t - middle) * (t - middle);
        }
        return squares > 0 ? products / squares : 0;
    }
}
