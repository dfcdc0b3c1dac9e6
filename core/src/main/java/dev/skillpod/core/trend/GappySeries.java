package dev.skillpod.core.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * A series in which observations may be missing, as it arrives from outside. Immutable and thread-safe.
 *
 * <p>Missing values inside are interpolated along the straight line between their neighbours. Missing values at the beginning
 * are dropped; {@link #missingAtEnd} of them at the end have to be forecast like the future.
 */
public final class GappySeries {
    private final double[] values;
    private final int frequency;
    private final int first;
    private final int last;

    private GappySeries(double[] values, int frequency, int first, int last) {
        this.values = values;
        this.frequency = frequency;
        this.first = first;
        this.last = last;
    }

    /**
     * Makes a series.
     *
     * @param values oldest first; {@code NaN} stands for a missing observation, all others are finite
     * @param frequency steps in a season, as for {@link TimeSeries#of}
     */
    public static GappySeries of(double[] values, int frequency) {
        int first = 0;
        int last = values.length - 1;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        while (last >= first && Double.isNaN(values[last])) {
            last--;
        }
        return new GappySeries(values.clone(), frequency, first, last);
    }

    /** Returns the number of observations that are there. */
    public int observed() {
        return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }

    /** Returns the number of steps after the last observation. */
    public int missingAtEnd() {
        return values.length - 1 - last;
    }

    /** Returns the number of steps in a season. */
    public int frequency() {
        return frequency;
    }

    /**
     * Returns the series from its first to its last observation with the gaps filled; empty when nothing was observed.
     *
     * @throws IllegalArgumentException as {@link TimeSeries#of}
     */
    public Optional<TimeSeries> complete() {
        if (first > last) {
            return Optional.empty();
        }
        double[] known = Arrays.copyOfRange(values, first, last + 1);
        int before = 0;
        for (int t = 1; t < known.length; t++) {
            if (Double.isNaN(known[t])) {
                continue;
            }
            for (int gap = before + 1; gap < t; gap++) {
                known[gap] = known[before] + (known[t] - known[before]) * (gap - before) / (t - before);
            }
            before = t;
        }
        return Optional.of(TimeSeries.of(known, frequency));
    }
}
