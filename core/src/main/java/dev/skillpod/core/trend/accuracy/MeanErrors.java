package dev.skillpod.core.trend.accuracy;

import java.util.OptionalDouble;

/**
 * Errors of one method averaged over many series, each series counting the same. Mutable; to be used by one thread.
 *
 * <p>Series whose past never changed have no scaled error: they count in {@link #smape} and {@link #wmape} and not in {@link #mase}.
 */
public final class MeanErrors {
    private double smapes;
    private int count;
    private double mases;
    private int scaled;
    private double absoluteErrors;
    private double absoluteValues;

    /**
     * Adds one series.
     *
     * @param past the observations that were known, oldest first
     * @param lag of the scale, at least 1; in M4 the frequency of the series
     * @param actual what then happened; at least one finite value
     * @param forecast what was expected, equally long and finite
     */
    public void add(double[] past, int lag, double[] actual, double[] forecast) {
        smapes += ForecastErrors.smape(actual, forecast);
        count++;
        OptionalDouble mase = ForecastErrors.mase(past, lag, actual, forecast);
        if (mase.isPresent()) {
            mases += mase.getAsDouble();
            scaled++;
        }
        for (int h = 0; h < actual.length; h++) {
            absoluteErrors += Math.abs(actual[h] - forecast[h]);
            absoluteValues += Math.abs(actual[h]);
        }
    }

    /** Returns how many series were added. */
    public int count() {
        return count;
    }

    /** Returns the mean sMAPE, in [0, 200]; empty before the first series. */
    public OptionalDouble smape() {
        return ratio(smapes, count);
    }

    /** Returns the mean MASE over the series that have one, at least 0; empty when none has. */
    public OptionalDouble mase() {
        return ratio(mases, scaled);
    }

    /** Returns the sum of all absolute errors over the sum of all absolute truths; empty when the truths are all 0. */
    public OptionalDouble wmape() {
        return ratio(absoluteErrors, absoluteValues);
    }

    /**
     * Returns the overall weighted average of M4: half of the mean sMAPE over that of the benchmark and half of the mean MASE over that of
     * the benchmark. Means are taken before ratios.
     *
     * @param benchmark errors of Naive2 on the same series
     * @return at least 0, 1 for the benchmark itself; empty when either mean is missing or the benchmark never errs
     */
    public OptionalDouble owa(MeanErrors benchmark) {
        OptionalDouble percent = ratio(smape(), benchmark.smape());
        OptionalDouble scaledRatio = ratio(mase(), benchmark.mase());
        return percent.isPresent() && scaledRatio.isPresent()
                ? OptionalDouble.of((percent.getAsDouble() + scaledRatio.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent() ? ratio(a.getAsDouble(), b.getAsDouble()) : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(double a, double b) {
        return b > 0 ? OptionalDouble.of(a / b) : OptionalDouble.empty();
    }
}
