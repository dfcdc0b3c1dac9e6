package dev.skillpod.core.trend.market;

/**
 * A way of making forecasts add up. Immutable and thread-safe.
 *
 * <p>Whatever the way, the result adds up to 1e-9 of the totals, and nothing in it is below zero when nothing in the past was.
 */
public interface Reconciliation {
    /** Returns the short name, lower case, as it stands in tables: {@code "min-trace"}. */
    String name();

    /** Returns whether this way can be gone in the given hierarchy. */
    default boolean accepts(Hierarchy hierarchy) {
        return true;
    }

    /**
     * Changes forecasts so that they add up.
     *
     * @param hierarchy what adds up to what
     * @param past of the same series
     * @param base finite forecasts by series and step; not changed
     * @return forecasts by series and step that add up
     * @throws IllegalArgumentException when the hierarchy is not {@linkplain #accepts accepted}
     */
    double[][] reconcile(Hierarchy hierarchy, FamilyPast past, double[][] base);
}
