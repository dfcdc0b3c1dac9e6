package dev.skillpod.core.trend.market;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures reconciliations on a back-test.
 *
 * <p>An origin's forecasts are reconciled with what was known then and with the errors of the other origins. Errors are absolute, in each series' mean
 * absolute difference, and averaged by level of the hierarchy first, so that the many parts do not outvote the few totals.
 */
final class ReconciliationTrial {
    private final List<Hierarchy.Family> families;
    private final MarketBackTest backTest;

    ReconciliationTrial(List<Hierarchy.Family> families, MarketBackTest backTest) {
        this.families = families;
        this.backTest = backTest;
    }

    /** Returns the scaled error of each reconciliation by its name, in the order given; empty when there is no origin. */
    Map<String, Double> scores(List<Reconciliation> reconciliations) {
        var scores = new LinkedHashMap<String, Double>();
        if (backTest.origins().length > 0) {
            reconciliations.forEach(reconciliation -> scores.put(reconciliation.name(), score(reconciliation)));
        }
        return scores;
    }

    private double score(Reconciliation reconciliation) {
        int levels = 0;
        for (Hierarchy.Family family : families) {
            for (int i = 0; i < family.members().length; i++) {
                levels = Math.max(levels, family.hierarchy().depth(i) + 1);
            }
        }
        var sums = new double[levels];
        var counts = new int[levels];
        for (Hierarchy.Family family : families) {
            if (family.members().length > 1) {
                for (int o = 0; o < backTest.origins().length; o++) {
                    add(reconciliation, family, o, sums, counts);
                }
            }
        }
        double sum = 0;
        for (int level = 0; level < levels; level++) {
            sum += counts[level] > 0 ? sums[level] / counts[level] : 0;
        }
        return sum / levels;
    }

    private void add(Reconciliation reconciliation, Hierarchy.Family family, int origin, double[] sums, int[] counts) {
        int known = backTest.origins()[origin];
        double[][] base = Arrays.stream(family.rows(backTest.forecasts()[origin]))
                .map(row -> Arrays.stream(row).map(v -> Double.isNaN(v) ? 0 : v).toArray())
                .toArray(double[][]::new);
        FamilyPast past = backTest.past(family, known, origin);
        double[][] coherent = reconciliation.reconcile(family.hierarchy(), past, base);
        double[][] truth = family.rows(backTest.values());
        for (int i = 0; i < truth.length; i++) {
            double scale = AlignedSeries.meanAbsoluteDifference(past.values()[i]);
            for (int step = 0; step < base[i].length && scale > 0; step++) {
                double error = Math.abs(truth[i][known + step] - coherent[i][step]);
                if (!Double.isNaN(error)) {
                    sums[family.hierarchy().depth(i)] += error / scale;
                    counts[family.hierarchy().depth(i)]++;
                }
            }
        }
    }
}
