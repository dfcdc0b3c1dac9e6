package dev.skillpod.core.trend.market;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The season that the series of a market share. Immutable and thread-safe.
 *
 * <p>Log deviations of the {@linkplain MarketFactor market's index} from its median level within one season around each step,
 * averaged by place in the season and shrunk by n / (n + 1), n being the seasons seen: a market has one history, and one odd
 * spring must not be expected to come again in full.
 */
public final class MarketSeason {
    private static final double LEAST_INDEX = 1e-3;
    private static final int LEVEL_STEPS = 6;

    private final double[] factors;

    private MarketSeason(double[] factors) {
        this.factors = factors;
    }

    /**
     * Estimates the season.
     *
     * @param index of the market by step, oldest first, at least one season long
     * @param frequency steps in a season, at least 2
     */
    public static MarketSeason of(double[] index, int frequency) {
        if (frequency < 2 || index.length < frequency) {
            throw new IllegalArgumentException("frequency must be in [2, " + index.length + "], was " + frequency);
        }
        int steps = index.length;
        double[] log = Arrays.stream(index)
                .map(value -> Math.log(Math.max(LEAST_INDEX, value)))
                .toArray();
        var sums = new double[frequency];
        var counts = new int[frequency];
        for (int t = 0; t < steps; t++) {
            int from = Math.clamp(t - frequency / 2, 0, steps - frequency);
            sums[t % frequency] += log[t] - median(log, from, from + frequency);
            counts[t % frequency]++;
        }
        var factors = new double[frequency];
        Arrays.setAll(factors, place -> Math.exp(sums[place] / (counts[place] + 1)));
        return new MarketSeason(factors);
    }

    /**
     * Estimates the season from series, and keeps it only if it would have helped.
     *
     * <p>Over the last season, from each step, every series is forecast half a season ahead by the median of its newest six values, with and without
     * the season known then. The season is kept when the absolute errors, each series' counted in its mean absolute difference, are less with it.
     *
     * @param values as for {@link MarketFactor#of}
     * @param frequency steps in a season, at least 1
     * @return empty when there are less than one and a half seasons, no seasons at all, or it would not have helped
     */
    public static Optional<MarketSeason> ifItHelps(double[][] values, int frequency) {
        int steps = values.length == 0 ? 0 : values[0].length;
        if (frequency < 2 || steps < frequency + (frequency + 1) / 2) {
            return Optional.empty();
        }
        double[] scales = Arrays.stream(values)
                .mapToDouble(AlignedSeries::meanAbsoluteDifference)
                .toArray();
        double with = 0;
        double without = 0;
        for (int origin = Math.max(frequency, steps - frequency); origin < steps; origin++) {
            int known = origin;
            double[][] past =
                    Arrays.stream(values).map(row -> Arrays.copyOf(row, known)).toArray(double[][]::new);
            MarketSeason season = of(MarketFactor.of(past).index(), frequency);
            int end = Math.min(steps, origin + (frequency + 1) / 2);
            for (int i = 0; i < values.length; i++) {
                if (scales[i] > 0) {
                    double plain = newestMedian(past[i], null);
                    double adjusted = newestMedian(past[i], season);
                    for (int t = origin; t < end && !Double.isNaN(plain); t++) {
                        if (!Double.isNaN(values[i][t])) {
                            without += Math.abs(values[i][t] - plain) / scales[i];
                            with += Math.abs(values[i][t] - adjusted * season.factor(t)) / scales[i];
                        }
                    }
                }
            }
        }
        return with < without ? Optional.of(of(MarketFactor.of(values).index(), frequency)) : Optional.empty();
    }

    private static double newestMedian(double[] past, @Nullable MarketSeason season) {
        int from = Math.max(0, past.length - LEVEL_STEPS);
        var newest = new double[past.length - from];
        int count = 0;
        for (int t = from; t < past.length; t++) {
            if (!Double.isNaN(past[t])) {
                newest[count++] = season == null ? past[t] : past[t] / season.factor(t);
            }
        }
        return count == 0 ? Double.NaN : median(newest, 0, count);
    }

    private static double median(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * Returns by what the season multiplies the market at a step; above 0.
     *
     * @param step counted from the first step of the history, at least 0; steps after its end are the future
     */
    public double factor(int step) {
        return factors[step % factors.length];
    }
}
