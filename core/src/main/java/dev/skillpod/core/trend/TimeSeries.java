package dev.skillpod.core.trend;

import java.util.Arrays;

/**
 * A quantity observed at equal steps of time, without gaps. Immutable and thread-safe.
 *
 * <p>Series with missing observations are {@link GappySeries}; they become complete before any method sees them.
 */
public final class TimeSeries {
    /** The greatest number of steps in a season. */
    public static final int MAX_FREQUENCY = 366;

    private static final double GREATEST = 1e100;

    private final double[] values;
    private final int frequency;

    private TimeSeries(double[] values, int frequency) {
        this.values = values;
        this.frequency = frequency;
    }

    /**
     * Makes a series.
     *
     * @param values observations, oldest first; at least one, each finite and within ±1e100
     * @param frequency steps in a season, in [1, 366]: 1 for yearly, 4 for quarterly, 12 for monthly, 52 for weekly values
     * @throws IllegalArgumentException when a value or the frequency is out of range
     */
    public static TimeSeries of(double[] values, int frequency) {
        if (frequency < 1 || frequency > MAX_FREQUENCY) {
            throw new IllegalArgumentException("frequency must be in [1, " + MAX_FREQUENCY + "], was " + frequency);
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("a series must hold at least one value");
        }
        for (int t = 0; t < values.length; t++) {
            if (!(Math.abs(values[t]) <= GREATEST)) {
                throw new IllegalArgumentException("value " + t + " must be within ±1e100, was " + values[t]);
            }
        }
        return new TimeSeries(values.clone(), frequency);
    }

    /** Returns the number of observations, at least one. */
    public int length() {
        return values.length;
    }

    /** Returns the observation at a step, 0 being the oldest. */
    public double value(int step) {
        return values[step];
    }

    /** Returns the newest observation. */
    public double last() {
        return values[values.length - 1];
    }

    /** Returns a copy of the observations, oldest first. */
    public double[] values() {
        return values.clone();
    }

    /** Returns the number of steps in a season; 1 when there are no seasons. */
    public int frequency() {
        return frequency;
    }

    /**
     * Returns the oldest observations: the series as it was known then.
     *
     * @param count in [1, {@link #length}]
     */
    public TimeSeries head(int count) {
        return new TimeSeries(Arrays.copyOf(values, check(count)), frequency);
    }

    /** Returns a series of other values with the same frequency. */
    public TimeSeries with(double[] others) {
        return of(others, frequency);
    }

    /** Returns the same values as a series without seasons. */
    public TimeSeries withoutSeasons() {
        return frequency == 1 ? this : new TimeSeries(values, 1);
    }

    /** Returns whether all observations are equal. */
    public boolean isConstant() {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private int check(int count) {
        if (count < 1 || count > values.length) {
            throw new IllegalArgumentException("count must be in [1, " + values.length + "], was " + count);
        }
        return count;
    }
}
