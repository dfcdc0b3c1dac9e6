package dev.skillpod.core.trend.arima;

import dev.skillpod.core.trend.TimeSeries;

/**
 * A series divided by a power of two, so that its greatest value is about 1 and nothing overflows or depends on the unit.
 *
 * @param values not copied
 * @param unit what they are multiples of
 */
record ScaledSeries(double[] values, double unit, int frequency) {
    static ScaledSeries of(TimeSeries series) {
        double[] values = series.values();
        double greatest = 0;
        for (double value : values) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        double unit = greatest > 0 ? Math.scalb(1.0, Math.getExponent(greatest)) : 1;
        for (int t = 0; t < values.length; t++) {
            values[t] /= unit;
        }
        return new ScaledSeries(values, unit, series.frequency());
    }
}
