package dev.skillpod.core.trend.market;

/**
 * Keeps the forecasts of the smallest parts and sums them up.
 *
 * <p>Where a total has several groupings, the parts of the first one (in the order of {@link Hierarchy#groupings}) make the total; the parts of the
 * others keep their shares and are scaled to it. A hierarchy that is no tree is not accepted.
 */
public final class BottomUp implements Reconciliation {
    @Override
    public String name() {
        return "bottom-up";
    }

    @Override
    public boolean accepts(Hierarchy hierarchy) {
        return hierarchy.isTree();
    }

    @Override
    public double[][] reconcile(Hierarchy hierarchy, FamilyPast past, double[][] base) {
        boolean nonNegative = past.isNonNegative();
        var sums = new double[base.length][];
        for (int node = 0; node < base.length; node++) {
            if (hierarchy.isRoot(node)) {
                sum(hierarchy, node, base, nonNegative, sums);
            }
        }
        // Scaling by weights would turn parts below zero into zero; with one grouping per total nothing has to be
        // scaled.
        boolean simple = hierarchy.groupings().stream()
                .allMatch(grouping -> hierarchy.groupingsOf(grouping.total()).size() == 1);
        return simple ? sums : TopDown.split(hierarchy, sums, sums, nonNegative);
    }

    private static void sum(Hierarchy hierarchy, int node, double[][] base, boolean nonNegative, double[][] sums) {
        var groupings = hierarchy.groupingsOf(node);
        for (Grouping grouping : groupings) {
            for (int part : grouping.parts()) {
                sum(hierarchy, part, base, nonNegative, sums);
            }
        }
        var value = new double[base[node].length];
        for (int step = 0; step < value.length; step++) {
            if (groupings.isEmpty()) {
                value[step] = nonNegative ? Math.max(0, base[node][step]) : base[node][step];
            } else {
                for (int part : groupings.getFirst().parts()) {
                    value[step] += sums[part][step];
                }
            }
        }
        sums[node] = value;
    }
}
