package dev.skillpod.core.trend.market;

import java.util.Arrays;

/**
 * How high a market as a whole stood at each step: what its series have in common. Immutable and thread-safe.
 *
 * <p>Fits value = level of the series × index of the step by taking the two in turns (Yates 1933, for missing cells); each series counts alike,
 * whatever its size, so that one great skill is not taken for the market. The mean index is 1.
 */
public final class MarketFactor {
    private static final int ROUNDS = 50;
    private static final double ENOUGH = 1e-10;

    private final double[] index;

    private MarketFactor(double[] index) {
        this.index = index;
    }

    /**
     * Estimates the factor.
     *
     * @param values by series and step, oldest first, all series equally long and at least one step; at least 0, {@code NaN} where not
     *     observed. Series that are all zero say nothing; a step at which nothing was observed gets the index of the step before.
     * @throws IllegalArgumentException when a value is negative
     */
    public static MarketFactor of(double[][] values) {
        int steps = values.length == 0 ? 0 : values[0].length;
        if (steps == 0) {
            throw new IllegalArgumentException("a market must have at least one series of at least one step");
        }
        check(values);
        var index = new double[steps];
        Arrays.fill(index, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = indexGiven(levelsGiven(index, values), values);
            double change = 0;
            for (int t = 0; t < steps; t++) {
                change = Math.max(change, Math.abs(next[t] - index[t]));
            }
            index = next;
            if (change < ENOUGH) {
                break;
            }
        }
        return new MarketFactor(index);
    }

    private static void check(double[][] values) {
        for (int i = 0; i < values.length; i++) {
            for (int t = 0; t < values[i].length; t++) {
                if (values[i][t] < 0) {
                    throw new IllegalArgumentException(
                            "value " + t + " of series " + i + " must be at least 0, was " + values[i][t]);
                }
            }
        }
    }

    private static double[] levelsGiven(double[] index, double[][] values) {
        var levels = new double[values.length];
        for (int i = 0; i < levels.length; i++) {
            double sum = 0;
            double expected = 0;
            for (int t = 0; t < index.length; t++) {
                if (!Double.isNaN(values[i][t])) {
                    sum += values[i][t];
                    expected += index[t];
                }
            }
            levels[i] = expected > 0 ? sum / expected : 0;
        }
        return levels;
    }

    private static double[] indexGiven(double[] levels, double[][] values) {
        int steps = values[0].length;
        var index = new double[steps];
        double total = 0;
        for (int t = 0; t < steps; t++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < levels.length; i++) {
                if (levels[i] > 0 && !Double.isNaN(values[i][t])) {
                    sum += values[i][t] / levels[i];
                    count++;
                }
            }
            index[t] = count > 0 ? sum / count : t > 0 ? index[t - 1] : 1;
            total += index[t];
        }
        for (int t = 0; t < steps; t++) {
            index[t] = total > 0 ? index[t] * steps / total : 1;
        }
        return index;
    }

    /** Returns the market's level by step, oldest first: at least 0, with mean 1. */
    public double[] index() {
        return index.clone();
    }

    /**
     * Returns what a series would have been had the market always stood at 1: its share of the market, in the unit of the series.
     *
     * @param series one value per step of the market; {@code NaN} where not observed
     * @return by step; {@code NaN} where the series is or where the market stood at 0
     */
    public double[] share(double[] series) {
        if (series.length != index.length) {
            throw new IllegalArgumentException(
                    "series must be as long as the market, " + index.length + ", was " + series.length);
        }
        var share = new double[series.length];
        Arrays.setAll(share, t -> index[t] > 0 ? series[t] / index[t] : Double.NaN);
        return share;
    }
}
