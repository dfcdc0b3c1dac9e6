package dev.skillpod.core.trend.market;

import java.util.Arrays;

/**
 * Keeps the forecasts of the series that are part of nothing, and splits them among their parts, theirs among theirs, and so on.
 *
 * <p>The parts' shares are those of their own forecasts (Athanasopoulos, Ahmed, Hyndman 2009) or those of the past. Where all shares
 * are zero, the parts get equal shares. A hierarchy that is no tree cannot be split this way.
 */
public final class TopDown implements Reconciliation {
    private enum Shares {
        FORECAST,
        PAST
    }

    private final Shares shares;
    private final int window;

    private TopDown(Shares shares, int window) {
        this.shares = shares;
        this.window = window;
    }

    /** Returns the split by the parts' own forecasts, step by step. */
    public static TopDown byForecasts() {
        return new TopDown(Shares.FORECAST, 0);
    }

    /**
     * Returns the split by what the parts had in the past.
     *
     * @param window newest steps of the past that count, at least 1
     */
    public static TopDown byPast(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, was " + window);
        }
        return new TopDown(Shares.PAST, window);
    }

    @Override
    public String name() {
        return switch (shares) {
            case FORECAST -> "top-down-forecast-shares";
            case PAST -> "top-down-past-shares";
        };
    }

    @Override
    public boolean accepts(Hierarchy hierarchy) {
        return hierarchy.isTree();
    }

    @Override
    public double[][] reconcile(Hierarchy hierarchy, FamilyPast past, double[][] base) {
        double[][] weights = switch (shares) {
            case FORECAST -> base;
            case PAST -> pastMeans(past.values(), base[0].length);
        };
        return split(hierarchy, base, weights, past.isNonNegative());
    }

    /** Splits the forecasts of the roots by the given weights (series x step); weights below zero count as zero. */
    static double[][] split(Hierarchy hierarchy, double[][] base, double[][] weights, boolean nonNegative) {
        if (!hierarchy.isTree()) {
            throw new IllegalArgumentException("a series that is part of two groupings cannot be split from the top");
        }
        var result = new double[base.length][];
        for (int node = 0; node < base.length; node++) {
            if (hierarchy.isRoot(node)) {
                double least = nonNegative ? 0 : Double.NEGATIVE_INFINITY;
                double[] target = Arrays.stream(base[node])
                        .map(value -> Math.max(least, value))
                        .toArray();
                give(hierarchy, node, target, weights, result);
            }
        }
        return result;
    }

    private static void give(Hierarchy hierarchy, int node, double[] target, double[][] weights, double[][] result) {
        result[node] = target;
        for (Grouping grouping : hierarchy.groupingsOf(node)) {
            int[] parts = grouping.parts();
            var targets = new double[parts.length][target.length];
            for (int step = 0; step < target.length; step++) {
                double sum = 0;
                for (int part : parts) {
                    sum += Math.max(0, weights[part][step]);
                }
                for (int i = 0; i < parts.length; i++) {
                    double share = sum > 0 ? Math.max(0, weights[parts[i]][step]) / sum : 1.0 / parts.length;
                    targets[i][step] = target[step] * share;
                }
            }
            for (int i = 0; i < parts.length; i++) {
                give(hierarchy, parts[i], targets[i], weights, result);
            }
        }
    }

    private double[][] pastMeans(double[][] values, int horizon) {
        var means = new double[values.length][horizon];
        for (int node = 0; node < values.length; node++) {
            int length = values[node].length;
            double mean = Arrays.stream(values[node], Math.max(0, length - window), length)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(0);
            Arrays.fill(means[node], mean);
        }
        return means;
    }
}
