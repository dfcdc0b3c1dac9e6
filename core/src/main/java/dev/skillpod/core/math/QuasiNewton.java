package dev.skillpod.core.math;

import java.util.Arrays;

/**
 * Minimises a smooth function of a few variables by BFGS steps with a backtracking line search (Nocedal and Wright 2006, Numerical
 * Optimization, ch. 3 and 6).
 *
 * <p>Works on functions that are infinite outside a region: a step that leaves it is shortened. The first step goes down the
 * gradient, so variables should be scaled such that the curvature along each is about 1. Stateless and thread-safe.
 */
public final class QuasiNewton {
    private static final double SUFFICIENT = 1e-4;
    private static final int SHORTENINGS = 25;
    private static final double LONGEST_FIRST_STEP = 2;

    private QuasiNewton() {}

    /** A function with its slopes. */
    public interface Smooth {
        /** Returns the value at a point, which is neither changed nor kept; NaN counts as infinite. */
        double value(double[] point);

        /** Writes the partial derivatives at the point that was last asked for. Only called where the value was finite. */
        void gradient(double[] slopes);
    }

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
     * @param function the function
     * @param start at least one variable; not changed. Where the function is infinite there, the search ends at once
     * @param tolerance ends when a step lowers the function by less than this, in the unit of the function
     * @param limit ends after so many steps
     */
    public static Minimum minimise(Smooth function, double[] start, double tolerance, int limit) {
        return new Descent(function, start).descend(tolerance, limit);
    }

    private static final class Descent {
        private final Smooth function;
        private final int size;
        private final double[] inverse;
        private final double[] direction;
        private final double[] change;
        private double[] point;
        private double[] trial;
        private double[] slopes;
        private double[] trialSlopes;
        private double value;
        private int evaluations;

        Descent(Smooth function, double[] start) {
            this.function = function;
            size = start.length;
            inverse = new double[size * size];
            direction = new double[size];
            change = new double[size];
            point = start.clone();
            trial = new double[size];
            slopes = new double[size];
            trialSlopes = new double[size];
            value = at(point);
        }

        Minimum descend(double tolerance, int limit) {
            if (value < Double.POSITIVE_INFINITY) {
                function.gradient(slopes);
                forget();
                boolean fresh = true;
                for (int step = 0; step < limit; step++) {
                    double before = value;
                    double descent = aim();
                    if (!(descent < 0) || !search(descent, fresh)) {
                        if (fresh) {
                            break;
                        }
                        forget();
                        fresh = true;
                        continue;
                    }
                    if (before - value < tolerance) {
                        break;
                    }
                    update(fresh);
                    fresh = false;
                }
            }
            return new Minimum(point, value, evaluations);
        }

        private void forget() {
            Arrays.fill(inverse, 0);
            for (int i = 0; i < size; i++) {
                inverse[i * size + i] = 1;
            }
        }

        /** Points the direction down and returns the slope along it. */
        private double aim() {
            double descent = 0;
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum -= inverse[i * size + j] * slopes[j];
                }
                direction[i] = sum;
                descent += sum * slopes[i];
            }
            return descent;
        }

        /** Goes along the direction until the value is low enough; leaves the old point and slopes in the trial arrays. */
        private boolean search(double descent, boolean fresh) {
            double length = 1;
            if (fresh) {
                double norm = 0;
                for (double d : direction) {
                    norm += d * d;
                }
                length = Math.min(1, LONGEST_FIRST_STEP / Math.sqrt(norm));
            }
            for (int shortening = 0; shortening < SHORTENINGS; shortening++) {
                for (int i = 0; i < size; i++) {
                    trial[i] = point[i] + length * direction[i];
                }
                double reached = at(trial);
                if (reached <= value + SUFFICIENT * length * descent) {
                    function.gradient(trialSlopes);
                    swap(reached);
                    return true;
                }
                double quadratic = -descent * length * length / (2 * (reached - value - descent * length));
                length = quadratic >= 0.1 * length ? Math.min(quadratic, 0.5 * length) : 0.1 * length;
            }
            return false;
        }

        private void swap(double reached) {
            double[] old = point;
            point = trial;
            trial = old;
            double[] oldSlopes = slopes;
            slopes = trialSlopes;
            trialSlopes = oldSlopes;
            value = reached;
        }

        /** Learns the curvature from the step that was just made. */
        private void update(boolean fresh) {
            double sy = 0;
            double yy = 0;
            for (int i = 0; i < size; i++) {
                trial[i] = point[i] - trial[i];
                trialSlopes[i] = slopes[i] - trialSlopes[i];
                sy += trial[i] * trialSlopes[i];
                yy += trialSlopes[i] * trialSlopes[i];
            }
            if (!(sy > 1e-10 * yy) || !(sy > 1e-300)) {
                return;
            }
            if (fresh) {
                for (int i = 0; i < size; i++) {
                    inverse[i * size + i] = sy / yy;
                }
            }
            double quadratic = 0;
            for (int i = 0; i < size; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += inverse[i * size + j] * trialSlopes[j];
                }
                change[i] = sum;
                quadratic += sum * trialSlopes[i];
            }
            double own = (1 + quadratic / sy) / sy;
            for (int i = 0; i < size; i++) {
                double s = trial[i] * own - change[i] / sy;
                double c = trial[i] / sy;
                for (int j = 0; j < size; j++) {
                    inverse[i * size + j] += s * trial[j] - c * change[j];
                }
            }
        }

        private double at(double[] where) {
            evaluations++;
            double reached = function.value(where);
            return Double.isNaN(reached) ? Double.POSITIVE_INFINITY : reached;
        }
    }
}
