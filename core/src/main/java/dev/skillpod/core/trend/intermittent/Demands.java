package dev.skillpod.core.trend.intermittent;

import dev.skillpod.core.trend.TimeSeries;

/**
 * Where a series is not 0, and what the methods start from.
 *
 * @param values the series; not copied
 * @param count how many of the values are not 0
 * @param meanSize mean of the values that are not 0; 0 when there are none
 */
record Demands(double[] values, int count, double meanSize) {
    static Demands of(TimeSeries series) {
        double[] values = series.values();
        int count = 0;
        double sum = 0;
        for (double value : values) {
            if (value != 0) {
                count++;
                sum += value;
            }
        }
        return new Demands(values, count, count == 0 ? 0 : sum / count);
    }

    /** Returns whether there is anything to estimate weights from. */
    boolean enough() {
        return count >= 2 && values.length >= 4;
    }
}
