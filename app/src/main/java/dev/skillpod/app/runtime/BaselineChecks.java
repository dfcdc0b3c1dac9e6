package dev.skillpod.app.runtime;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.Provenance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks of what a training measured by itself, on data held out before fitting: finite, and better than naive baselines. */
final class BaselineChecks {
    private BaselineChecks() {}

    /**
     * Checks that a metric is greater than those of the baselines.
     *
     * @param metric name of the metric
     * @param baselines names of the metrics of the baselines; those that were not measured are left aside
     */
    static GateCheck ahead(Provenance provenance, String metric, List<String> baselines) {
        Double own = provenance.metrics().get(metric);
        String best = null;
        double highest = Double.NEGATIVE_INFINITY;
        for (String name : baselines) {
            double value = provenance.metrics().getOrDefault(name, Double.NaN);
            if (value > highest) {
                highest = value;
                best = name;
            }
        }
        boolean passed = own != null && Double.isFinite(own) && (best == null || own > highest);
        return GateCheck.of(
                "ahead_of_baselines",
                passed,
                null,
                own,
                metric + " must be greater than " + (best == null ? "nothing" : best + " (" + text(highest) + ")")
                        + ", was " + text(own));
    }

    /** Checks that a share of the held-out rows lies strictly between 0 and 1: both classes are there. */
    static GateCheck twoClasses(Provenance provenance, String rate) {
        Double value = provenance.metrics().get(rate);
        return GateCheck.of(
                "two_classes",
                value != null && value > 0 && value < 1,
                null,
                value,
                rate + " of the held-out part must lie between 0 and 1, was " + text(value));
    }

    /** Checks that there were rows to learn from. */
    static GateCheck rows(Provenance provenance, String count, long least) {
        long rows = provenance.rowCounts().getOrDefault(count, 0L);
        return GateCheck.of(
                "rows", rows >= least, null, (double) rows, count + " must be at least " + least + ", was " + rows);
    }

    private static String text(@Nullable Double value) {
        return value == null ? "not measured" : String.format(Locale.ROOT, "%.4f", value);
    }
}
