package dev.skillpod.core.trend.accuracy;

import java.util.OptionalDouble;

/**
 * Errors of one forecast of one series. Stateless and thread-safe.
 *
 * <p>All arrays of one call are equally long, hold at least one value, and hold finite values only. A scaled error of a series that
 * never changed over its past is not defined: it is empty.
 */
public final class ForecastErrors {
    private ForecastErrors() {}

    /**
     * Returns the mean symmetric percentage error: of 200 |e| / (|y| + |f|), in [0, 200]. A step at which truth and forecast are both 0
     * counts as 0.
     */
    public static double smape(double[] actual, double[] forecast) {
        check(actual, forecast);
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            double size = Math.abs(actual[h]) + Math.abs(forecast[h]);
            if (size > 0) {
                sum += 200 * (Math.abs(actual[h] - forecast[h]) / size);
            }
        }
        return sum / actual.length;
    }

    /** Returns the mean absolute error, in the unit of the series. */
    public static double meanAbsoluteError(double[] actual, double[] forecast) {
        check(actual, forecast);
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            sum += Math.abs(actual[h] - forecast[h]);
        }
        return sum / actual.length;
    }

    /**
     * Returns the mean absolute difference between values {@code lag} steps apart: the in-sample error of the seasonal naive method, by
     * which MASE and MSIS are scaled.
     *
     * @param past the observations that were known, oldest first
     * @param lag at least 1: the frequency of the series in M4; 1 for the plain naive method
     * @return greater than 0; empty when all differences are 0 or there are none
     */
    public static OptionalDouble naiveScale(double[] past, int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException("lag must be at least 1, was " + lag);
        }
        double sum = 0;
        for (int t = lag; t < past.length; t++) {
            sum += Math.abs(past[t] - past[t - lag]);
        }
        return sum > 0 ? OptionalDouble.of(sum / (past.length - lag)) : OptionalDouble.empty();
    }

    /** Returns the mean absolute scaled error (Hyndman and Koehler 2006) with the scale of {@link #naiveScale}, at least 0. */
    public static OptionalDouble mase(double[] past, int lag, double[] actual, double[] forecast) {
        double error = meanAbsoluteError(actual, forecast);
        OptionalDouble scale = naiveScale(past, lag);
        return scale.isPresent() ? OptionalDouble.of(error / scale.getAsDouble()) : scale;
    }

    /**
     * Returns the sum of absolute errors over the sum of absolute truths, at least 0; empty when the truth is all 0.
     */
    public static OptionalDouble wmape(double[] actual, double[] forecast) {
        check(actual, forecast);
        double errors = 0;
        double sizes = 0;
        for (int h = 0; h < actual.length; h++) {
            errors += Math.abs(actual[h] - forecast[h]);
            sizes += Math.abs(actual[h]);
        }
        return sizes > 0 ? OptionalDouble.of(errors / sizes) : OptionalDouble.empty();
    }

    /**
     * Returns the mean scaled interval score (Gneiting and Raftery 2007): width plus 2/a times the distance by which the truth lies
     * outside, over the scale of {@link #naiveScale}.
     *
     * @param coverage 1 − a, in (0, 1); .95 in M4
     */
    public static OptionalDouble msis(
            double[] past, int lag, double[] actual, double[] lower, double[] upper, double coverage) {
        check(actual, lower);
        check(actual, upper);
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must be in (0, 1), was " + coverage);
        }
        double sum = 0;
        for (int h = 0; h < actual.length; h++) {
            double outside = Math.max(0, Math.max(lower[h] - actual[h], actual[h] - upper[h]));
            sum += upper[h] - lower[h] + 2 / (1 - coverage) * outside;
        }
        OptionalDouble scale = naiveScale(past, lag);
        return scale.isPresent() ? OptionalDouble.of(sum / actual.length / scale.getAsDouble()) : scale;
    }

    /** Returns the share of steps at which the truth lies within, bounds included; in [0, 1]. */
    public static double coverage(double[] actual, double[] lower, double[] upper) {
        check(actual, lower);
        check(actual, upper);
        int within = 0;
        for (int h = 0; h < actual.length; h++) {
            if (actual[h] >= lower[h] && actual[h] <= upper[h]) {
                within++;
            }
        }
        return (double) within / actual.length;
    }

    private static void check(double[] actual, double[] other) {
        if (actual.length == 0) {
            throw new IllegalArgumentException("actual must hold at least one value");
        }
        if (actual.length != other.length) {
            throw new IllegalArgumentException(
                    "actual and forecast must be equally long, were " + actual.length + " and " + other.length);
        }
    }
}
