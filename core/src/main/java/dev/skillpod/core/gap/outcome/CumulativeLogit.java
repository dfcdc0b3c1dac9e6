package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.math.LinearSystem;
import java.util.List;

/**
 * Fits the coefficients of a cumulative logit with given cuts, each drawn to a mean of its own by a normal prior, by Newton's
 * method. The likelihood is log-concave, so there is one maximum.
 */
public final class CumulativeLogit {
    private static final int STEPS = 20;
    private static final double CLOSE = 1e-6;

    /**
     * One application.
     *
     * @param columns which coefficients count
     * @param values by how much
     * @param lower the cut that was passed, minus infinity for none
     * @param upper the cut that was not, infinity for none
     * @param offset known part of the logit
     * @param flattening by which the logit counts, in (0, 1]
     */
    public record Row(int[] columns, double[] values, double lower, double upper, double offset, double flattening) {
        /** Returns the logit. */
        public double eta(double[] coefficients) {
            double eta = offset;
            for (int i = 0; i < columns.length; i++) {
                eta += coefficients[columns[i]] * values[i];
            }
            return eta;
        }

        /** The logarithm of the probability of what was reached. */
        double logLikelihood(double[] coefficients) {
            double eta = eta(coefficients);
            double reached = Logit.sigmoid(flattening * (eta - lower)) - Logit.sigmoid(flattening * (eta - upper));
            return Math.log(Math.max(1e-12, reached));
        }
    }

    /** Coefficients and the variances of their errors, given the prior. */
    public record Fit(double[] coefficients, double[] variance) {}

    private CumulativeLogit() {}

    /** Returns the most probable coefficients; {@code start} is where to begin. */
    public static Fit fit(List<Row> rows, double[] start, double[] priorMean, double[] priorPrecision) {
        int n = start.length;
        double[] c = start.clone();
        double[][] hessian = new double[n][n];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[n];
            hessian = new double[n][n];
            for (int j = 0; j < n; j++) {
                gradient[j] = -priorPrecision[j] * (c[j] - priorMean[j]);
                hessian[j][j] = priorPrecision[j] + 1e-9;
            }
            for (Row row : rows) {
                add(row, c, gradient, hessian);
            }
            double[] move = LinearSystem.solve(copy(hessian), gradient);
            double[] next = step(rows, c, move, priorMean, priorPrecision);
            double largest = 0;
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(next[j] - c[j]));
            }
            c = next;
            if (largest < CLOSE) {
                break;
            }
        }
        return new Fit(c, LinearSystem.inverseDiagonal(hessian));
    }

    /** Goes as far along a Newton step as makes the coefficients more probable: all of it, or a half, a quarter and so on. */
    private static double[] step(
            List<Row> rows, double[] from, double[] move, double[] priorMean, double[] priorPrecision) {
        double before = logPosterior(rows, from, priorMean, priorPrecision);
        for (double share = 1; share > 1e-3; share /= 2) {
            double[] next = from.clone();
            for (int j = 0; j < next.length; j++) {
                next[j] += share * move[j];
            }
            if (logPosterior(rows, next, priorMean, priorPrecision) >= before - 1e-9) {
                return next;
            }
        }
        return from;
    }

    private static double logPosterior(
            List<Row> rows, double[] coefficients, double[] priorMean, double[] priorPrecision) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum -= priorPrecision[j] / 2 * Math.pow(coefficients[j] - priorMean[j], 2);
        }
        for (Row row : rows) {
            sum += row.logLikelihood(coefficients);
        }
        return sum;
    }

    private static void add(Row row, double[] c, double[] gradient, double[][] hessian) {
        double k = row.flattening();
        double eta = row.eta(c);
        double above = Logit.sigmoid(k * (eta - row.lower()));
        double below = Logit.sigmoid(k * (eta - row.upper()));
        double slope = k * (1 - above - below);
        double curvature = k * k * (above * (1 - above) + below * (1 - below));
        int[] columns = row.columns();
        for (int i = 0; i < columns.length; i++) {
            gradient[columns[i]] += slope * row.values()[i];
            double factor = curvature * row.values()[i];
            for (int j = 0; j < columns.length; j++) {
                hessian[columns[i]][columns[j]] += factor * row.values()[j];
            }
        }
    }

    private static double[][] copy(double[][] matrix) {
        var copy = new double[matrix.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }
}
