package dev.skillpod.core.path.offpolicy;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Estimates what the paths of a candidate policy would have brought, from the log of another one that left something to chance. Fitted Q is
 * fitted to half of the units and judged on the other, both ways round (cross-fitting, Chernozhukov et al. 2018), so that what it makes of
 * chance does not come back as an estimate. Nothing is clipped.
 */
public final class PathOffPolicy {
    private static final double NORMAL_95 = 1.959964;
    private static final double LEAST_SAMPLE = 50;
    private static final int LEAST_UNITS = 40;

    private PathOffPolicy() {}

    /**
     * Estimates a candidate's mean reward per path.
     *
     * @param log paths of at least two units, at least one of them with a step
     * @throws IllegalArgumentException when the log holds less
     */
    public static PathOffPolicyResult estimate(List<LoggedPath> log) {
        var judged = judge(log);
        String lacking = "";
        if (judged.units < LEAST_UNITS) {
            lacking = "too few units: %d, needed are %d".formatted(judged.units, LEAST_UNITS);
        } else if (judged.effectiveSample < LEAST_SAMPLE) {
            lacking = String.format(
                    Locale.ROOT,
                    "too little overlap: the effective sample is %.1f of %d paths, needed are %.0f",
                    judged.effectiveSample,
                    log.size(),
                    LEAST_SAMPLE);
        }
        return new PathOffPolicyResult(
                interval(judged.logged),
                interval(judged.weighted),
                interval(judged.direct),
                interval(judged.robust),
                judged.effectiveSample,
                judged.units,
                lacking);
    }

    /**
     * What each unit says, as means over its paths.
     *
     * @param ids the units, in their order
     */
    record Judged(
            long[] ids,
            double[] logged,
            double[] weighted,
            double[] direct,
            double[] robust,
            double effectiveSample,
            int units) {}

    static Judged judge(List<LoggedPath> log) {
        var units = new TreeMap<Long, List<LoggedPath>>();
        log.forEach(path ->
                units.computeIfAbsent(path.unit(), u -> new ArrayList<>()).add(path));
        if (units.size() < 2) {
            throw new IllegalArgumentException("log must hold paths of at least 2 units, held " + units.size());
        }
        List<LoggedPath> even = new ArrayList<>();
        List<LoggedPath> odd = new ArrayList<>();
        int next = 0;
        for (List<LoggedPath> paths : units.values()) {
            (next++ % 2 == 0 ? even : odd).addAll(paths);
        }
        FittedQ[] fitted = {FittedQ.fit(odd), FittedQ.fit(even)};
        int n = units.size();
        long[] ids = units.keySet().stream().mapToLong(Long::longValue).toArray();
        var sums = new double[4][n];
        double weights = 0;
        double squares = 0;
        int u = 0;
        for (List<LoggedPath> paths : units.values()) {
            FittedQ q = fitted[u % 2];
            for (LoggedPath path : paths) {
                double[] of = values(path, q);
                for (int k = 0; k < sums.length; k++) {
                    sums[k][u] += of[k] / paths.size();
                }
                weights += of[4];
                squares += of[4] * of[4];
            }
            u++;
        }
        return new Judged(ids, sums[0], sums[1], sums[2], sums[3], squares == 0 ? 0 : weights * weights / squares, n);
    }

    /** Returns the logged reward, the weighted one, what fitted Q expects, the doubly robust value, and the weight of the whole path. */
    private static double[] values(LoggedPath path, FittedQ q) {
        double weighted = 0;
        double weight = 1;
        for (LoggedPathStep step : path.steps()) {
            weight *= step.candidate() / step.logged();
            weighted += weight * step.reward();
        }
        double robust = 0;
        for (int t = path.steps().size() - 1; t >= 0; t--) {
            LoggedPathStep step = path.steps().get(t);
            robust = q.value(step, t)
                    + step.candidate() / step.logged() * (step.reward() + robust - q.worth(step.taken(), t));
        }
        double direct = path.steps().isEmpty() ? 0 : q.value(path.steps().getFirst(), 0);
        return new double[] {path.reward(), weighted, direct, robust, weight};
    }

    static Interval interval(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double half = values.length < 2
                ? Double.POSITIVE_INFINITY
                : NORMAL_95 * Math.sqrt(squares / (values.length - 1.0) / values.length);
        return new Interval(mean, mean - half, mean + half);
    }
}
