package dev.skillpod.core.trend.pooled;

import java.util.Arrays;

/** How a window of the past is brought to a scale that all series share. */
enum Scaling {
    /** In multiples of the mean absolute value: what is learnt are relative changes. */
    LEVEL,
    /** Distances from the last value in multiples of the standard deviation of the window: what is learnt are shapes. */
    SPREAD,
    /** Logarithms of the ratio to the last value; only for windows of positive values. */
    LOG;

    private static final double LEAST = 1e-9;

    /** Returns whether windows of such values can be scaled. */
    boolean applies(double[] past) {
        return this != LOG || Arrays.stream(past).min().orElse(0) > 0;
    }

    /** What is subtracted before dividing, in the unit of {@link #warp}. */
    double centre(double[] past) {
        return warp(past[past.length - 1]);
    }

    /** What is divided by; above 0. */
    double unit(double[] past) {
        return switch (this) {
            case LEVEL -> Math.max(meanAbsolute(past), 1e-300);
            case SPREAD -> Math.max(deviation(past), LEAST * meanAbsolute(past) + 1e-300);
            case LOG -> 1;
        };
    }

    /** Takes a value to the unit in which windows are centred. */
    double warp(double value) {
        return this == LOG ? Math.log(value) : value;
    }

    /** Takes a value back. */
    double unwarp(double value) {
        return this == LOG ? Math.exp(value) : value;
    }

    /** Beyond how many units a future is an accident that nothing is learnt from. */
    double extreme() {
        return this == LOG ? 3 : 15;
    }

    private static double meanAbsolute(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Math.abs(value);
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
