package dev.skillpod.core.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimises a function of one variable on an interval without derivatives: a coarse grid finds the valley, parabolas and golden sections
 * its bottom (Brent 1973, chapter 5). Stateless and thread-safe.
 */
public final class BrentSearch {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final int LIMIT = 60;

    private BrentSearch() {}

    /**
     * Returns where the function is least, as far as the grid can tell.
     *
     * @param function finite or infinite on the whole interval; NaN counts as infinite
     * @param low lower end of the interval
     * @param high upper end, above {@code low}
     * @param cells parts the interval is cut into to find the valley, at least 1; of two valleys in one cell the deeper may be missed
     * @param tolerance distance to the minimum that is good enough, greater than 0
     */
    public static double minimise(DoubleUnaryOperator function, double low, double high, int cells, double tolerance) {
        double width = (high - low) / cells;
        int best = 0;
        double bestValue = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= cells; i++) {
            double value = at(function, low + i * width);
            if (value < bestValue) {
                best = i;
                bestValue = value;
            }
        }
        if (Double.isInfinite(bestValue)) {
            return low + width * cells / 2;
        }
        double from = Math.max(low, low + (best - 1) * width);
        double to = Math.min(high, low + (best + 1) * width);
        return descend(function, from, to, low + best * width, bestValue, tolerance);
    }

    /*
     * x is the best point so far, w the second best, v the one before; a parabola through the three says where to look next, unless it
     * leads out of the bracket [a, b] or does not halve the step before last: then a golden section of the larger side.
     */
    private static double descend(
            DoubleUnaryOperator function, double a, double b, double x, double fx, double tolerance) {
        double w = x;
        double v = x;
        double fw = fx;
        double fv = fx;
        double step = 0;
        double before = 0;
        for (int i = 0; i < LIMIT; i++) {
            double middle = (a + b) / 2;
            if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) {
                break;
            }
            double r = (x - w) * (fx - fv);
            double q = (x - v) * (fx - fw);
            double p = (x - v) * q - (x - w) * r;
            q = 2 * (q - r);
            if (q > 0) {
                p = -p;
            } else {
                q = -q;
            }
            if (Math.abs(before) > tolerance
                    && Math.abs(p) < Math.abs(q * before / 2)
                    && p > q * (a - x)
                    && p < q * (b - x)) {
                before = step;
                step = p / q;
                double u = x + step;
                if (u - a < 2 * tolerance || b - u < 2 * tolerance) {
                    step = Math.copySign(tolerance, middle - x);
                }
            } else {
                before = x < middle ? b - x : a - x;
                step = GOLDEN * before;
            }
            double u = x + (Math.abs(step) >= tolerance ? step : Math.copySign(tolerance, step));
            double fu = at(function, u);
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    a = u;
                } else {
                    b = u;
                }
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
        return x;
    }

    private static double at(DoubleUnaryOperator function, double x) {
        double value = function.applyAsDouble(x);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
}
