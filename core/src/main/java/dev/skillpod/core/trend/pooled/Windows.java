package dev.skillpod.core.trend.pooled;

import dev.skillpod.core.trend.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pairs of past and future, cut out of many series and brought to one scale.
 *
 * @param lags length of the past
 * @param steps length of the future
 * @param scaling how each pair was scaled: both by the past alone
 * @param pasts one row of {@code lags} values per pair, oldest first
 * @param futures one row of {@code steps} values per pair
 */
record Windows(int lags, int steps, Scaling scaling, double[][] pasts, double[][] futures) {
    private static final int FEWEST_SERIES = 20;
    private static final int FEWEST_PAIRS_PER_LAG = 20;

    /**
     * Cuts series into pairs.
     *
     * @param most how many pairs at most; of more, every so many are taken
     * @return the pairs; empty when the series are too few or too short
     */
    static Optional<Windows> of(List<TimeSeries> batch, int horizon, Scaling scaling, int most) {
        if (batch.size() < FEWEST_SERIES) {
            return Optional.empty();
        }
        int[] lengths = batch.stream().mapToInt(TimeSeries::length).sorted().toArray();
        int typical = lengths[lengths.length * 2 / 5];
        int steps = Math.clamp(horizon, 1, Math.max(1, typical / 2));
        int lags = Math.min(lags(batch.getFirst().frequency()), (typical - steps) * 2 / 3);
        if (lags < 2) {
            return Optional.empty();
        }
        var pasts = new ArrayList<double[]>();
        var futures = new ArrayList<double[]>();
        long available = 0;
        for (int length : lengths) {
            available += Math.max(0, length - lags - steps + 1);
        }
        int stride = (int) Math.max(1, Math.ceilDiv(available, most));
        int next = 0;
        for (TimeSeries series : batch) {
            double[] y = series.values();
            int last = y.length - steps;
            int end = lags + next;
            for (; end <= last; end += stride) {
                add(
                        Arrays.copyOfRange(y, end - lags, end),
                        Arrays.copyOfRange(y, end, end + steps),
                        scaling,
                        pasts,
                        futures);
            }
            next = Math.max(0, end - Math.max(lags, last + 1));
        }
        if (pasts.size() < FEWEST_PAIRS_PER_LAG * lags) {
            return Optional.empty();
        }
        return Optional.of(
                new Windows(lags, steps, scaling, pasts.toArray(double[][]::new), futures.toArray(double[][]::new)));
    }

    /** How many steps of the past are looked at: two seasons of months, three of quarters. */
    private static int lags(int frequency) {
        return frequency == 1 ? 8 : frequency <= 6 ? 3 * frequency : Math.min(2 * frequency, 60);
    }

    private static void add(
            double[] past, double[] future, Scaling scaling, List<double[]> pasts, List<double[]> futures) {
        if (!scaling.applies(past) || !scaling.applies(future)) {
            return;
        }
        double centre = scaling.centre(past);
        double unit = scaling.unit(past);
        if (scale(future, centre, unit, scaling) && scale(past, centre, unit, scaling)) {
            pasts.add(past);
            futures.add(future);
        }
    }

    /** Scales values in place and returns whether none of them is extreme. */
    private static boolean scale(double[] values, double centre, double unit, Scaling scaling) {
        boolean usual = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = (scaling.warp(values[i]) - centre) / unit;
            usual &= Math.abs(values[i]) <= scaling.extreme();
        }
        return usual;
    }

    /** Forecasts step by step of the scaled future. */
    interface Steps {
        /** Returns the future of a scaled past: {@code steps} values. */
        double[] next(double[] past);
    }

    /** Forecasts a series: block after block of {@code steps}, each seen as past of the next. */
    static double[] forecast(TimeSeries series, int horizon, int lags, Scaling scaling, Steps model) {
        double[] known = series.values();
        double[] past = new double[lags];
        for (int i = 0; i < lags; i++) {
            past[i] = known[Math.max(0, known.length - lags + i)];
        }
        if (!scaling.applies(past)) {
            double[] last = new double[horizon];
            Arrays.fill(last, series.last());
            return last;
        }
        double centre = scaling.centre(past);
        double unit = scaling.unit(past);
        scale(past, centre, unit, scaling);
        double[] mean = new double[horizon];
        for (int done = 0; done < horizon; ) {
            double[] block = model.next(past);
            int taken = Math.min(block.length, horizon - done);
            for (int h = 0; h < taken; h++) {
                double bounded = Math.clamp(block[h], -scaling.extreme(), scaling.extreme());
                mean[done + h] = scaling.unwarp(centre + unit * bounded);
            }
            past = shifted(past, block);
            done += taken;
        }
        return mean;
    }

    private static double[] shifted(double[] past, double[] block) {
        double[] shifted = new double[past.length];
        for (int i = 0; i < past.length; i++) {
            int at = i + block.length;
            shifted[i] = at < past.length ? past[at] : block[at - past.length];
        }
        return shifted;
    }
}
