package dev.skillpod.core.trend.seasonal;

import dev.skillpod.core.trend.TimeSeries;

/**
 * Classical decomposition of a series into seasons and the rest. Immutable and thread-safe.
 *
 * <p>The trend is a centred moving average over one season; the index of a step of the season is the mean ratio (or difference) of the
 * values at that step to the trend; indices are normalised to a mean of 1 (or 0). As R's {@code decompose}.
 *
 * <p>Seasons multiply where all values are above 0 and no index falls below {@value #LEAST_INDEX}, which would blow the adjusted values
 * up; elsewhere they add.
 */
public final class Decomposition {
    private static final double LEAST_INDEX = 0.01;
    private static final double GREATEST = 1e100;

    private final boolean multiplicative;
    private final double[] indices;
    private final int length;

    private Decomposition(boolean multiplicative, double[] indices, int length) {
        this.multiplicative = multiplicative;
        this.indices = indices;
        this.length = length;
    }

    /**
     * Decomposes a series.
     *
     * @throws IllegalArgumentException when it has no seasons or less than two of them
     */
    public static Decomposition of(TimeSeries series) {
        int m = check(series);
        double[] y = series.values();
        double[] trend = trend(y, m);
        if (least(y) > 0) {
            double[] ratios = indices(y, trend, m, true);
            if (least(ratios) >= LEAST_INDEX) {
                return new Decomposition(true, ratios, y.length);
            }
        }
        return new Decomposition(false, indices(y, trend, m, false), y.length);
    }

    /**
     * Decomposes a series into seasons that add.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public static Decomposition additive(TimeSeries series) {
        int m = check(series);
        double[] y = series.values();
        return new Decomposition(false, indices(y, trend(y, m), m, false), y.length);
    }

    private static int check(TimeSeries series) {
        int m = series.frequency();
        if (m < 2 || series.length() < 2 * m) {
            throw new IllegalArgumentException("a series to decompose must hold at least two seasons, was "
                    + series.length() + " steps of frequency " + m);
        }
        return m;
    }

    /** Returns whether seasons multiply; they add otherwise. */
    public boolean multiplicative() {
        return multiplicative;
    }

    /**
     * Returns the seasonal index of a step.
     *
     * @param step 0 for the first observation; steps beyond the series go on with the same seasons
     */
    public double index(int step) {
        return indices[step % indices.length];
    }

    /** Returns the series without its seasons, as a series of frequency 1, kept within the range of {@link TimeSeries#of}. */
    public TimeSeries adjust(TimeSeries series) {
        double[] y = series.values();
        for (int t = 0; t < y.length; t++) {
            double rest = multiplicative ? y[t] / index(t) : y[t] - index(t);
            y[t] = Math.clamp(rest, -GREATEST, GREATEST);
        }
        return series.withoutSeasons().with(y);
    }

    /**
     * Puts the seasons back on a forecast, in place.
     *
     * @param mean expected values of the adjusted series, of the steps after the decomposed series
     */
    public void season(double[] mean) {
        for (int h = 0; h < mean.length; h++) {
            mean[h] = multiplicative ? mean[h] * index(length + h) : mean[h] + index(length + h);
        }
    }

    /** Scales deviations of the adjusted series to those of the series, in place. */
    public void seasonDeviation(double[] deviation) {
        for (int h = 0; multiplicative && h < deviation.length; h++) {
            deviation[h] *= index(length + h);
        }
    }

    /** The centred moving average over one season; its first and last m / 2 steps are left 0. */
    private static double[] trend(double[] y, int m) {
        double[] trend = new double[y.length];
        int half = m / 2;
        for (int t = half; t < y.length - half; t++) {
            double sum = 0;
            if (m % 2 == 0) {
                sum = (y[t - half] + y[t + half]) / 2;
                for (int s = t - half + 1; s < t + half; s++) {
                    sum += y[s];
                }
            } else {
                for (int s = t - half; s <= t + half; s++) {
                    sum += y[s];
                }
            }
            trend[t] = sum / m;
        }
        return trend;
    }

    private static double[] indices(double[] y, double[] trend, int m, boolean multiplicative) {
        double[] indices = new double[m];
        int[] counts = new int[m];
        int half = m / 2;
        for (int t = half; t < y.length - half; t++) {
            indices[t % m] += multiplicative ? y[t] / trend[t] : y[t] - trend[t];
            counts[t % m]++;
        }
        double mean = 0;
        for (int s = 0; s < m; s++) {
            indices[s] /= counts[s];
            mean += indices[s] / m;
        }
        for (int s = 0; s < m; s++) {
            indices[s] = multiplicative ? indices[s] / mean : indices[s] - mean;
        }
        return indices;
    }

    private static double least(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
