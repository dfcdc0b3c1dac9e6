package dev.skillpod.core.gap.effect;

import dev.skillpod.core.gap.outcome.ApplicationRow;
import dev.skillpod.core.gap.outcome.CumulativeLogit;
import dev.skillpod.core.gap.outcome.Logit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The probability of being hired as a function of margins and of what was believed of the learner: a logistic regression with
 * one effect per skill, each drawn to a common mean, flattened by the errors of levels.
 *
 * @param coefficients one per skill of the catalogue, and the intercept last
 */
record OutcomeNuisance(double[] coefficients) {
    /** The offset and coefficients of a row, with a stage to be reached or missed. */
    private static CumulativeLogit.Row row(ApplicationRow row, int skills) {
        int n = row.levels().length;
        int[] columns = Arrays.copyOf(row.application().asked().skills(), n + 1);
        columns[n] = skills;
        var values = new double[n + 1];
        values[n] = 1;
        for (int j = 0; j < n; j++) {
            values[j] = row.margins()[j];
        }
        return new CumulativeLogit.Row(
                columns,
                values,
                row.hired() ? 0 : Double.NEGATIVE_INFINITY,
                row.hired() ? Double.POSITIVE_INFINITY : 0,
                row.offset(),
                row.flattening());
    }

    static OutcomeNuisance fit(
            List<ApplicationRow> rows, Predicate<ApplicationRow> use, double[] start, double mean, double sd) {
        int skills = start.length - 1;
        var design = new ArrayList<CumulativeLogit.Row>();
        rows.stream().filter(use).forEach(row -> design.add(row(row, skills)));
        var priorMean = new double[skills + 1];
        var precision = new double[skills + 1];
        Arrays.fill(priorMean, 0, skills, mean);
        Arrays.fill(precision, 0, skills, 1 / (sd * sd));
        return new OutcomeNuisance(
                CumulativeLogit.fit(design, start, priorMean, precision).coefficients());
    }

    /**
     * Returns the regression with given effects, unknown ones at their mean, and the intercept at which as many are expected to
     * be hired as were.
     */
    static OutcomeNuisance of(List<ApplicationRow> rows, double[] effect, double[] error, double mean) {
        var coefficients = new double[effect.length + 1];
        for (int s = 0; s < effect.length; s++) {
            coefficients[s] = error[s] > 0 ? effect[s] : mean;
        }
        long hired = rows.stream().filter(ApplicationRow::hired).count();
        double low = -10;
        double high = 10;
        for (int i = 0; i < 40; i++) {
            coefficients[effect.length] = (low + high) / 2;
            var tried = new OutcomeNuisance(coefficients);
            double expected = rows.stream().mapToDouble(tried::probability).sum();
            if (expected > hired) {
                high = coefficients[effect.length];
            } else {
                low = coefficients[effect.length];
            }
        }
        return new OutcomeNuisance(coefficients);
    }

    double probability(ApplicationRow row) {
        return Logit.sigmoid(
                row.flattening() * row(row, coefficients.length - 1).eta(coefficients));
    }
}
