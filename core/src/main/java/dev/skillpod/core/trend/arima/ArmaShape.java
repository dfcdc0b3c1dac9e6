package dev.skillpod.core.trend.arima;

/**
 * The number of coefficients of a multiplicative seasonal ARMA process
 *
 * <pre>(1 − Σ φ_i Bⁱ)(1 − Σ Φ_i Bⁱᵐ) (w_t − μ) = (1 + Σ θ_i Bⁱ)(1 + Σ Θ_i Bⁱᵐ) e_t</pre>
 *
 * (Box, Jenkins, Reinsel and Ljung 2015, chapter 9). Parameter arrays hold φ, Φ, θ, Θ in this order.
 *
 * @param p the number of φ
 * @param seasonalP the number of Φ
 * @param q the number of θ
 * @param seasonalQ the number of Θ
 * @param period steps in a season (m)
 */
record ArmaShape(int p, int seasonalP, int q, int seasonalQ, int period) {
    private static final double LIMIT = 0.999;
    private static final double SEASONAL_LIMIT = 0.99;

    /** R's auto.arima asks for roots outside the circle of radius 1.01. */
    private static final double CLEAR = 1 / 1.01;

    /** Returns the number of parameters. */
    int size() {
        return p + seasonalP + q + seasonalQ;
    }

    /** Returns the longest autoregressive lag. */
    int autoregressiveLag() {
        return p + period * seasonalP;
    }

    /** Returns the longest lag of the moving average. */
    int movingAverageLag() {
        return q + period * seasonalQ;
    }

    /**
     * Multiplies the autoregressive factors out.
     *
     * @param lags receives a_1, a_2, … of 1 − Σ a_k Bᵏ at 1, 2, …; up to {@link #autoregressiveLag}
     */
    void autoregressive(double[] parameters, double[] lags) {
        multiply(parameters, 0, p, seasonalP, -1, lags);
    }

    /**
     * Multiplies the factors of the moving average out.
     *
     * @param lags receives b_0 = 1, b_1, … of Σ b_k Bᵏ; up to {@link #movingAverageLag}
     */
    void movingAverage(double[] parameters, double[] lags) {
        multiply(parameters, p + seasonalP, q, seasonalQ, 1, lags);
        lags[0] = 1;
    }

    private void multiply(double[] parameters, int from, int plain, int seasonal, int sign, double[] lags) {
        for (int k = 0; k <= plain + period * seasonal; k++) {
            lags[k] = 0;
        }
        for (int i = 1; i <= plain; i++) {
            lags[i] = parameters[from + i - 1];
        }
        for (int s = 1; s <= seasonal; s++) {
            double factor = parameters[from + plain + s - 1];
            lags[s * period] += factor;
            for (int i = 1; i <= plain; i++) {
                lags[s * period + i] += sign * factor * parameters[from + i - 1];
            }
        }
    }

    /** Returns whether the process is stationary and invertible: inverse roots are at most 0.999, in Bᵐ 0.99. */
    boolean admits(double[] parameters) {
        return stable(parameters, LIMIT, SEASONAL_LIMIT);
    }

    /** Returns whether no root in B lies so near the unit circle that a form with other differences or fewer lags would do. */
    boolean keepsClear(double[] parameters) {
        return stable(parameters, CLEAR, 1);
    }

    private boolean stable(double[] parameters, double limit, double seasonalLimit) {
        return stable(parameters, 0, p, 1, limit)
                && stable(parameters, p, seasonalP, 1, seasonalLimit)
                && stable(parameters, p + seasonalP, q, -1, limit)
                && stable(parameters, p + seasonalP + q, seasonalQ, -1, seasonalLimit);
    }

    /**
     * Returns whether all roots of 1 − Σ sign c_i zⁱ lie outside the circle with radius 1/limit: the partial autocorrelations of
     * that process, by the Durbin–Levinson recursion backwards, lie in (−1, 1).
     */
    private static boolean stable(double[] parameters, int from, int order, int sign, double limit) {
        if (order == 0) {
            return true;
        }
        if (order == 1) {
            return Math.abs(parameters[from]) < limit;
        }
        double[] current = new double[order];
        double power = 1;
        for (int i = 0; i < order; i++) {
            power /= limit;
            current[i] = sign * parameters[from + i] * power;
        }
        double[] next = new double[order];
        for (int k = order - 1; k >= 0; k--) {
            double partial = current[k];
            if (!(Math.abs(partial) < 1)) {
                return false;
            }
            double scale = 1 / (1 - partial * partial);
            for (int i = 0; i < k; i++) {
                next[i] = (current[i] + partial * current[k - 1 - i]) * scale;
            }
            double[] swap = current;
            current = next;
            next = swap;
        }
        return true;
    }
}
