package dev.skillpod.core.gap.outcome;

import java.util.ArrayList;
import java.util.List;

/**
 * The baseline of the outcome model: a plain logistic regression of being hired on the columns that need no beliefs learnt
 * from outcomes. Immutable and thread-safe.
 *
 * @param coefficients one per column of {@link #COLUMNS}, and the intercept last
 */
record LogisticBaseline(double[] coefficients) {
    static final List<OutcomeColumn> COLUMNS = List.of(
            OutcomeColumn.ASKED,
            OutcomeColumn.MEAN_MARGIN,
            OutcomeColumn.LEAST_MARGIN,
            OutcomeColumn.CLAIMED,
            OutcomeColumn.FINISHED,
            OutcomeColumn.EXPERIENCE);

    static LogisticBaseline fit(List<ApplicationRow> rows) {
        int n = COLUMNS.size() + 1;
        var design = new ArrayList<CumulativeLogit.Row>(rows.size());
        for (ApplicationRow row : rows) {
            design.add(row(row.columns(), row.hired()));
        }
        var precision = new double[n];
        java.util.Arrays.fill(precision, 0.01);
        return new LogisticBaseline(CumulativeLogit.fit(design, new double[n], new double[n], precision)
                .coefficients());
    }

    double probability(double[] columns) {
        return Logit.sigmoid(row(columns, true).eta(coefficients));
    }

    private static CumulativeLogit.Row row(double[] columns, boolean hired) {
        int n = COLUMNS.size() + 1;
        var index = new int[n];
        var values = new double[n];
        for (int i = 0; i < n; i++) {
            index[i] = i;
            double value = i == n - 1 ? 1 : columns[COLUMNS.get(i).ordinal()];
            values[i] = Double.isNaN(value) ? 0 : value;
        }
        return new CumulativeLogit.Row(
                index, values, hired ? 0 : Double.NEGATIVE_INFINITY, hired ? Double.POSITIVE_INFINITY : 0, 0, 1);
    }
}
