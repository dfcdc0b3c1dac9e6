package dev.skillpod.core.trend.market;

/**
 * Changes all forecasts of a family a little, each the more the worse such forecasts have been, so that they add up: minimum trace
 * reconciliation (Wickramasuriya, Athanasopoulos, Hyndman 2019, section 2) with a shrunk covariance of errors (section 2.4).
 *
 * <p>Written with the constraints instead of a summing matrix: ỹ = ŷ − W C′ (C W C′)⁻¹ C ŷ, where C ŷ = 0 says that
 * forecasts add up. It is the same result where there is one lowest level, and goes on to work where there is none (demand by region
 * and by occupation, without the cells of both).
 *
 * <p>Differs from the paper: W comes from back-tested errors of the method itself, all steps taken together, and its
 * diagonal is set from the {@linkplain FamilyPast#expectedErrors expected errors}; with fewer than four columns of errors it is
 * diagonal. Series that fall below zero are set to zero for good and the others are reconciled again.
 */
public final class MinTrace implements Reconciliation {
    /** The least expected error, as a part of the family's greatest; keeps the system well conditioned. */
    private static final double LEAST = 1e-3;

    @Override
    public String name() {
        return "min-trace";
    }

    @Override
    public double[][] reconcile(Hierarchy hierarchy, FamilyPast past, double[][] base) {
        int n = hierarchy.size();
        double[] deviations = deviations(past.expectedErrors());
        double[][] covariance = ShrunkCorrelation.of(past.errors()).matrix();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] *= deviations[i] * deviations[j];
            }
        }
        return new Projection(constraints(hierarchy), covariance).project(base, past.isNonNegative());
    }

    private static double[] deviations(double[] expected) {
        double greatest = 0;
        for (double value : expected) {
            greatest = Math.max(greatest, value);
        }
        var deviations = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            deviations[i] = greatest > 0 ? Math.max(LEAST, expected[i] / greatest) : 1;
        }
        return deviations;
    }

    private static double[][] constraints(Hierarchy hierarchy) {
        var rows = new double[hierarchy.groupings().size()][hierarchy.size()];
        for (int i = 0; i < rows.length; i++) {
            Grouping grouping = hierarchy.groupings().get(i);
            rows[i][grouping.total()] = 1;
            for (int part : grouping.parts()) {
                rows[i][part] = -1;
            }
        }
        return rows;
    }
}
