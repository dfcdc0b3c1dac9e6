package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.tree.TreeTrainer;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.arima.AutoArima;
import dev.skillpod.core.trend.baseline.Naive2;
import dev.skillpod.core.trend.baseline.SeasonalNaive;
import dev.skillpod.core.trend.baseline.WindowMedian;
import dev.skillpod.core.trend.intermittent.Tsb;
import dev.skillpod.core.trend.pooled.PooledForecaster;
import dev.skillpod.core.trend.pooled.PooledRegression;
import dev.skillpod.core.trend.pooled.PooledTrees;
import dev.skillpod.core.trend.seasonal.SeasonallyAdjusted;
import dev.skillpod.core.trend.smoothing.AutoEts;
import dev.skillpod.core.trend.smoothing.ComplexSmoothing;
import dev.skillpod.core.trend.smoothing.DampedHolt;
import dev.skillpod.core.trend.smoothing.SimpleSmoothing;
import dev.skillpod.core.trend.theta.DynamicOptimisedTheta;
import dev.skillpod.core.trend.theta.Theta;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods of an ensemble and the weight that each has before any back-test.
 *
 * @param local methods that see one series
 * @param pooled methods that learn from the whole batch
 */
public record Members(List<Local> local, List<Pooled> pooled) {
    /** The longest season that the state-space methods model themselves; longer ones are taken out before. */
    private static final int LONGEST_MODELLED_SEASON = 24;

    public Members {
        local = List.copyOf(local);
        pooled = List.copyOf(pooled);
        if (local.isEmpty()) {
            throw new IllegalArgumentException("local must hold at least one method");
        }
    }

    /**
     * A method for one series.
     *
     * @param weight its share before any back-test, relative to the others; above 0
     */
    public record Local(Forecaster method, double weight) {}

    /**
     * A method for a batch.
     *
     * @param weight its share before any back-test, relative to the others; above 0
     */
    public record Pooled(PooledForecaster method, double weight) {}

    /**
     * Returns the default methods. Their weights were chosen on the M1 competition.
     *
     * @param frequency of the series
     * @param trees trains the pooled trees
     */
    public static Members defaults(int frequency, TreeTrainer trees) {
        return new Members(
                locals(frequency),
                List.of(
                        new Pooled(new PooledTrees(trees), 1.5),
                        new Pooled(PooledRegression.ofLogarithms(), 0.5),
                        new Pooled(PooledRegression.ofShapes(), 0.5),
                        new Pooled(PooledRegression.ofLevels(), 0.3)));
    }

    /** Returns the default methods that see one series only. */
    public static Members local(int frequency) {
        return new Members(locals(frequency), List.of());
    }

    private static List<Local> locals(int frequency) {
        var locals = new ArrayList<Local>();
        for (Local modelled : List.of(
                new Local(new AutoEts(), 1), new Local(new ComplexSmoothing(), 1), new Local(new AutoArima(), 1))) {
            Forecaster method = modelled.method();
            locals.add(
                    frequency <= LONGEST_MODELLED_SEASON
                            ? modelled
                            : new Local(new SeasonallyAdjusted(method.name(), method), modelled.weight()));
        }
        locals.add(new Local(new DynamicOptimisedTheta(), 1));
        locals.add(new Local(new Theta(), 0.2));
        locals.add(new Local(adjusted(new DampedHolt()), 0.3));
        locals.add(new Local(adjusted(new SimpleSmoothing()), 0.1));
        locals.add(new Local(adjusted(WindowMedian.of(6)), 0.05));
        locals.add(new Local(adjusted(WindowMedian.of(12)), 0.05));
        locals.add(new Local(new SeasonalNaive(), 0.05));
        locals.add(new Local(new Naive2(), 0.05));
        locals.add(new Local(new Tsb(), 0.05));
        return locals;
    }

    private static Forecaster adjusted(Forecaster method) {
        return new SeasonallyAdjusted(method.name(), method);
    }

    /** Returns the names of all methods: local ones first. */
    List<String> names() {
        var names = new ArrayList<String>();
        local.forEach(member -> names.add(member.method().name()));
        pooled.forEach(member -> names.add(member.method().name()));
        return names;
    }

    /** Returns the weights of all methods in the order of {@link #names}. */
    double[] weights() {
        double[] weights = new double[local.size() + pooled.size()];
        for (int k = 0; k < local.size(); k++) {
            weights[k] = local.get(k).weight();
        }
        for (int k = 0; k < pooled.size(); k++) {
            weights[local.size() + k] = pooled.get(k).weight();
        }
        return weights;
    }
}
