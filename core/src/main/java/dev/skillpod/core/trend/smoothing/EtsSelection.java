package dev.skillpod.core.trend.smoothing;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses among forms: a rough search for each, then a fine one for those whose criterion came near the least.
 */
final class EtsSelection {
    private static final double ROUGH_TOLERANCE = 0.05;
    private static final double TOLERANCE = 1e-3;
    private static final double MARGIN = 4;
    private static final int LIMIT = 200;

    private EtsSelection() {}

    /** Returns the estimate with the least corrected information criterion. */
    static EtsEstimate best(EtsPath path, List<EtsForm> forms) {
        if (isConstant(path.values)) {
            return lastValue(path);
        }
        boolean positive = isPositive(path.values);
        List<EtsEstimate> rough = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (EtsForm form : forms) {
            if (form.suits(path.length, path.frequency, positive)) {
                EtsEstimate estimate = new EtsSearch(path, form).fromScratch(ROUGH_TOLERANCE, LIMIT);
                least = Math.min(least, criterion(estimate, path));
                rough.add(estimate);
            }
        }
        EtsEstimate best = null;
        for (EtsEstimate estimate : rough) {
            if (criterion(estimate, path) <= least + MARGIN) {
                EtsEstimate fine = new EtsSearch(path, estimate.form()).from(estimate, TOLERANCE, LIMIT);
                if (best == null || criterion(fine, path) < criterion(best, path)) {
                    best = fine;
                }
            }
        }
        return best == null || best.deviance() == Double.POSITIVE_INFINITY ? lastValue(path) : best;
    }

    private static double criterion(EtsEstimate estimate, EtsPath path) {
        return estimate.correctedCriterion(path.length, path.frequency);
    }

    /** Returns an estimate of the same form for another series, or of the form that it is reduced to there. */
    static EtsEstimate again(EtsPath path, EtsEstimate before) {
        boolean positive = isPositive(path.values);
        EtsForm form = before.form().reducedFor(path.length, path.frequency, positive);
        if (isConstant(path.values) || !form.suits(path.length, path.frequency, positive)) {
            return lastValue(path);
        }
        EtsSearch search = new EtsSearch(path, form);
        boolean same = form.equals(before.form())
                && before.start().season().length == (form.hasSeason() ? path.frequency : 0)
                && !before.weights().equals(EtsWeights.LAST_VALUE);
        EtsEstimate estimate = same ? search.from(before, TOLERANCE, LIMIT) : search.fromScratch(TOLERANCE, LIMIT);
        return estimate.deviance() < Double.POSITIVE_INFINITY ? estimate : lastValue(path);
    }

    private static EtsEstimate lastValue(EtsPath path) {
        var start = new EtsStart(path.values[0], 0, new double[0]);
        return new EtsEstimate(EtsForm.plain(EtsForm.Trend.NONE), EtsWeights.LAST_VALUE, start, 0);
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPositive(double[] values) {
        for (double value : values) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }
}
