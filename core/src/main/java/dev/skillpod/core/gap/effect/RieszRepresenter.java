package dev.skillpod.core.gap.effect;

import dev.skillpod.core.gap.outcome.ApplicationRow;
import dev.skillpod.core.math.LinearSystem;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much the error at an application tells of the effect of each skill: the Riesz representer of average effects within a
 * linear dictionary (Chernozhukov, Newey and Singh 2022, "Automatic debiased machine learning"). The dictionary holds the margin of
 * every skill asked for, and of the learner what the profile says and what was done: so an effect is learnt from what differs in a margin
 * beside all of that, as by inverse propensities, but without a density to divide by.
 *
 * <p>The weights are the rows of the inverse of the dictionary's mean product, each application counting by its information.
 */
final class RieszRepresenter {
    private static final double RIDGE = 0.3;

    private final double[][] inverse;
    private final int skills;

    private RieszRepresenter(double[][] inverse, int skills) {
        this.inverse = inverse;
        this.skills = skills;
    }

    static RieszRepresenter fit(
            List<ApplicationRow> rows, Predicate<ApplicationRow> use, OutcomeNuisance nuisance, int skills) {
        int size = skills + 1 + (rows.isEmpty() ? 0 : rows.getFirst().background().length);
        var gram = new double[size][size];
        int n = 0;
        for (ApplicationRow row : rows) {
            if (use.test(row)) {
                n++;
                double p = nuisance.probability(row);
                double information = row.flattening() * row.flattening() * p * (1 - p);
                int[] at = columns(row, skills);
                double[] x = values(row);
                for (int j = 0; j < at.length; j++) {
                    for (int k = 0; k < at.length; k++) {
                        gram[at[j]][at[k]] += information * x[j] * x[k];
                    }
                }
            }
        }
        for (int j = 0; j < size; j++) {
            gram[j][j] += RIDGE;
        }
        var inverse = new double[size][];
        for (int j = 0; j < size; j++) {
            var unit = new double[size];
            unit[j] = Math.max(1, n);
            var copy = new double[size][];
            Arrays.setAll(copy, i -> gram[i].clone());
            inverse[j] = LinearSystem.solve(copy, unit);
        }
        return new RieszRepresenter(inverse, skills);
    }

    /** Returns, per skill, the weight of the error at an application in the effect of that skill. */
    double[] weights(ApplicationRow row) {
        int[] at = columns(row, skills);
        double[] x = values(row);
        var weights = new double[skills];
        for (int j = 0; j < at.length; j++) {
            double[] column = inverse[at[j]];
            for (int s = 0; s < skills; s++) {
                weights[s] += column[s] * x[j];
            }
        }
        return weights;
    }

    private static int[] columns(ApplicationRow row, int skills) {
        int[] asked = row.application().asked().skills();
        int[] columns = Arrays.copyOf(asked, asked.length + 1 + row.background().length);
        for (int j = asked.length; j < columns.length; j++) {
            columns[j] = skills + j - asked.length;
        }
        return columns;
    }

    private static double[] values(ApplicationRow row) {
        int asked = row.levels().length;
        double[] background = row.background();
        var values = new double[asked + 1 + background.length];
        for (int j = 0; j < asked; j++) {
            values[j] = row.margins()[j];
        }
        values[asked] = 1;
        System.arraycopy(background, 0, values, asked + 1, background.length);
        return values;
    }
}
