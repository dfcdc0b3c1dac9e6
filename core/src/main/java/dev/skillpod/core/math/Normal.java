package dev.skillpod.core.math;

/** The standard normal distribution. */
public final class Normal {
    private static final double[] CENTRAL_P = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRAL_Q = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_P = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_Q = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };
    private static final double TAIL = 0.02425;

    private Normal() {}

    /**
     * Returns the probability of a value up to {@code z}, to about 1e-7 (Abramowitz and Stegun 1964, 26.2.17, whose error is below
     * 7.5e-8).
     */
    public static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }

    /**
     * Returns the value that is not exceeded with a probability, to a relative error of about 1e-9 (Acklam 2003, An algorithm for
     * computing the inverse normal cumulative distribution function).
     *
     * @param probability in (0, 1)
     * @throws IllegalArgumentException when it is not
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in (0, 1), was " + probability);
        }
        if (probability < TAIL) {
            double q = Math.sqrt(-2 * Math.log(probability));
            return polynomial(TAIL_P, q) / polynomial(TAIL_Q, q);
        }
        if (probability > 1 - TAIL) {
            return -quantile(1 - probability);
        }
        double q = probability - 0.5;
        return q * polynomial(CENTRAL_P, q * q) / polynomial(CENTRAL_Q, q * q);
    }

    /** Evaluates a polynomial whose highest coefficient comes first. */
    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
