package dev.skillpod.core.math;

import java.util.function.ToDoubleFunction;

/**
 * Minimises a function of a few variables without derivatives by the downhill simplex (Nelder and Mead 1965, The Computer Journal 7).
 *
 * <p>Works on functions that are infinite outside a region: the simplex shrinks away from it. Stateless and thread-safe.
 */
public final class NelderMead {
    private NelderMead() {}

    /**
     * Where the search ended.
     *
     * @param point the best point seen
     * @param value the function there
     * @param evaluations how often the function was asked
     */
    public record Minimum(double[] point, double value, int evaluations) {}

    /**
     * Searches from a point.
     *
     * @param function is given a working array that it must neither change nor keep; NaN counts as infinite
     * @param start the first corner of the simplex, at least one variable; not changed
     * @param steps how far the other corners lie from it along each axis, none 0
     * @param tolerance ends when the relative difference of the function over the simplex is below it
     * @param limit ends after about so many evaluations
     */
    public static Minimum minimise(
            ToDoubleFunction<double[]> function, double[] start, double[] steps, double tolerance, int limit) {
        return new Simplex(function, start, steps).descend(tolerance, limit);
    }

    private static final class Simplex {
        private final ToDoubleFunction<double[]> function;
        private final int size;
        private final double[][] corners;
        private final double[] values;
        private final double[] centre;
        private double[] trial;
        private double[] second;
        private int evaluations;

        Simplex(ToDoubleFunction<double[]> function, double[] start, double[] steps) {
            this.function = function;
            size = start.length;
            corners = new double[size + 1][];
            values = new double[size + 1];
            centre = new double[size];
            trial = new double[size];
            second = new double[size];
            for (int c = 0; c <= size; c++) {
                corners[c] = start.clone();
                if (c > 0) {
                    corners[c][c - 1] += steps[c - 1];
                }
                values[c] = at(corners[c]);
            }
        }

        Minimum descend(double tolerance, int limit) {
            sort();
            while (evaluations < limit && !flat(tolerance)) {
                step();
            }
            return new Minimum(corners[0], values[0], evaluations);
        }

        private boolean flat(double tolerance) {
            double best = values[0];
            double worst = values[size];
            return Double.isInfinite(best)
                    || Math.abs(worst - best) <= tolerance * (Math.abs(best) + Math.abs(worst) + 1e-300);
        }

        private void step() {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int c = 0; c < size; c++) {
                    sum += corners[c][j];
                }
                centre[j] = sum / size;
            }
            double reflected = move(trial, 1);
            if (reflected < values[0]) {
                double expanded = move(second, 2);
                if (expanded < reflected) {
                    second = replaceWorst(second, expanded);
                } else {
                    trial = replaceWorst(trial, reflected);
                }
            } else if (reflected < values[size - 1]) {
                trial = replaceWorst(trial, reflected);
            } else {
                double contracted = move(second, reflected < values[size] ? 0.5 : -0.5);
                if (contracted < Math.min(reflected, values[size])) {
                    second = replaceWorst(second, contracted);
                } else {
                    shrink();
                }
            }
        }

        /** Evaluates the point that lies {@code factor} times as far beyond the centre as the worst corner lies before it. */
        private double move(double[] point, double factor) {
            for (int j = 0; j < size; j++) {
                point[j] = centre[j] + factor * (centre[j] - corners[size][j]);
            }
            return at(point);
        }

        /** Puts a point in the place of the worst corner, keeps the order, and returns the array that is free now. */
        private double[] replaceWorst(double[] point, double value) {
            double[] free = corners[size];
            int c = size;
            while (c > 0 && value < values[c - 1]) {
                corners[c] = corners[c - 1];
                values[c] = values[c - 1];
                c--;
            }
            corners[c] = point;
            values[c] = value;
            return free;
        }

        private void shrink() {
            for (int c = 1; c <= size; c++) {
                for (int j = 0; j < size; j++) {
                    corners[c][j] = corners[0][j] + 0.5 * (corners[c][j] - corners[0][j]);
                }
                values[c] = at(corners[c]);
            }
            sort();
        }

        private void sort() {
            for (int c = 1; c <= size; c++) {
                double[] corner = corners[c];
                double value = values[c];
                int hole = c;
                while (hole > 0 && value < values[hole - 1]) {
                    corners[hole] = corners[hole - 1];
                    values[hole] = values[hole - 1];
                    hole--;
                }
                corners[hole] = corner;
                values[hole] = value;
            }
        }

        private double at(double[] point) {
            evaluations++;
            double value = function.applyAsDouble(point);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }
    }
}
