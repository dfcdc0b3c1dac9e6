package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.seasonal.Decomposition;
import java.util.function.ToDoubleFunction;

/**
 * The sum of squared one-step errors of complex exponential smoothing as a function of its weights. Mutable: remembers the states after the
 * last value; allocates nothing per call.
 *
 * <p>The weights are those of the level, a0 and a1, and those of the seasons, b0 and b1, as many as the form has. A complex state (u, p)
 * moves with an error e to
 *
 * <pre>  (u − (1 − a1) p + (a0 − a1) e,  u + (1 − a0) p + (a0 + a1) e)</pre>
 *
 * <p>States are initialised by backcasting: forward over the series from a guess, backward from where that ended, and forward again, which
 * is what counts. Seasonal states lie in rings by step of the season, so that no pass needs a history.
 */
final class ComplexFilter implements ToDoubleFunction<double[]> {
    /** Without seasons the level starts from the mean of so many values. */
    private static final int FIRST_VALUES = 10;

    /** The imaginary part starts a little below the real one. */
    private static final double IMAGINARY = 1 / 1.1;

    private final ComplexForm form;
    private final double[] y;
    private final int m;
    private final double startLevel;
    private final double[] startSeason;
    private final double[] real;
    private final double[] imaginary;
    private double level;
    private double hidden;

    ComplexFilter(TimeSeries series, ComplexForm form) {
        this.form = form;
        y = series.values();
        m = form.seasonal() ? series.frequency() : 1;
        startLevel = mean(y, form.seasonal() ? m : Math.min(FIRST_VALUES, y.length));
        startSeason = new double[m];
        real = new double[m];
        imaginary = new double[m];
        if (form == ComplexForm.SIMPLE) {
            System.arraycopy(y, 0, startSeason, 0, m);
        } else if (form.seasonal()) {
            Decomposition seasons = Decomposition.additive(series);
            for (int s = 0; s < m; s++) {
                startSeason[s] = seasons.index(s);
            }
        }
    }

    /** Returns the sum of squares; infinite where the level model is not stable. */
    @Override
    public double applyAsDouble(double[] weights) {
        if (!stable(weights)) {
            return Double.POSITIVE_INFINITY;
        }
        level = startLevel;
        hidden = startLevel * IMAGINARY;
        for (int s = 0; s < m; s++) {
            real[s] = startSeason[s];
            imaginary[s] = startSeason[s] * IMAGINARY;
        }
        int n = y.length;
        pass(0, 1, weights);
        coast(weights);
        pass(n - 1, -1, weights);
        coast(weights);
        return pass(0, 1, weights);
    }

    /** Goes over the whole series from one end to the other; returns the sum of squared errors. */
    private double pass(int from, int direction, double[] w) {
        return switch (form) {
            case NONE -> passLevel(from, direction, w[0], w[1]);
            case SIMPLE -> passSimple(from, direction, w[0], w[1]);
            case PARTIAL -> passPartial(from, direction, w[0], w[1], w[2]);
            case FULL -> passFull(from, direction, w[0], w[1], w[2], w[3]);
        };
    }

    private double passLevel(int from, int direction, double a0, double a1) {
        double u = level;
        double p = hidden;
        double squares = 0;
        int t = from;
        for (int i = 0; i < y.length; i++, t += direction) {
            double e = y[t] - u;
            squares += e * e;
            double next = u - (1 - a1) * p + (a0 - a1) * e;
            p = u + (1 - a0) * p + (a0 + a1) * e;
            u = next;
        }
        level = u;
        hidden = p;
        return squares;
    }

    private double passSimple(int from, int direction, double a0, double a1) {
        double squares = 0;
        int t = from;
        int s = from % m;
        for (int i = 0; i < y.length; i++, t += direction) {
            double u = real[s];
            double p = imaginary[s];
            double e = y[t] - u;
            squares += e * e;
            real[s] = u - (1 - a1) * p + (a0 - a1) * e;
            imaginary[s] = u + (1 - a0) * p + (a0 + a1) * e;
            s = turn(s + direction);
        }
        return squares;
    }

    private double passPartial(int from, int direction, double a0, double a1, double b0) {
        double u = level;
        double p = hidden;
        double squares = 0;
        int t = from;
        int s = from % m;
        for (int i = 0; i < y.length; i++, t += direction) {
            double e = y[t] - u - real[s];
            squares += e * e;
            double next = u - (1 - a1) * p + (a0 - a1) * e;
            p = u + (1 - a0) * p + (a0 + a1) * e;
            u = next;
            real[s] += b0 * e;
            s = turn(s + direction);
        }
        level = u;
        hidden = p;
        return squares;
    }

    private double passFull(int from, int direction, double a0, double a1, double b0, double b1) {
        double u = level;
        double p = hidden;
        double squares = 0;
        int t = from;
        int s = from % m;
        for (int i = 0; i < y.length; i++, t += direction) {
            double season = real[s];
            double shadow = imaginary[s];
            double e = y[t] - u - season;
            squares += e * e;
            double next = u - (1 - a1) * p + (a0 - a1) * e;
            p = u + (1 - a0) * p + (a0 + a1) * e;
            u = next;
            real[s] = season - (1 - b1) * shadow + (b0 - b1) * e;
            imaginary[s] = season + (1 - b0) * shadow + (b0 + b1) * e;
            s = turn(s + direction);
        }
        level = u;
        hidden = p;
        return squares;
    }

    /** Moves on without errors: the level by one step, the seasons by one season; the pass that follows goes the other way from there. */
    private void coast(double[] w) {
        double u = level;
        level = u - (1 - w[1]) * hidden;
        hidden = u + (1 - w[0]) * hidden;
        if (form == ComplexForm.SIMPLE || form == ComplexForm.FULL) {
            double c0 = form == ComplexForm.SIMPLE ? w[0] : w[2];
            double c1 = form == ComplexForm.SIMPLE ? w[1] : w[3];
            for (int s = 0; s < m; s++) {
                double season = real[s];
                real[s] = season - (1 - c1) * imaginary[s];
                imaginary[s] = season + (1 - c0) * imaginary[s];
            }
        }
    }

    private int turn(int s) {
        return s == m ? 0 : s < 0 ? m - 1 : s;
    }

    private boolean stable(double[] w) {
        for (double weight : w) {
            if (!(weight >= 0.01 && weight <= 1.9)) {
                return false;
            }
        }
        double a0 = w[0];
        double a1 = w[1];
        return square(a0 - 2.5) + square(a1) > 1.25
                && square(a0 - 0.5) + square(a1 - 1) > 0.25
                && square(a0 - 1.5) + square(a1 - 0.5) < 1.5;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double mean(double[] y, int count) {
        double sum = 0;
        for (int t = 0; t < count; t++) {
            sum += y[t];
        }
        return sum / count;
    }

    /** Returns the states after the last value, for the weights asked for last. */
    ComplexState state() {
        double[] nextReal = new double[m];
        double[] nextImaginary = new double[m];
        for (int s = 0; s < m; s++) {
            nextReal[s] = real[(y.length + s) % m];
            nextImaginary[s] = imaginary[(y.length + s) % m];
        }
        return new ComplexState(level, hidden, nextReal, nextImaginary);
    }
}
