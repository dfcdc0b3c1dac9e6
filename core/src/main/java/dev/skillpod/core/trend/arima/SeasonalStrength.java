package dev.skillpod.core.trend.arima;

/**
 * Measures how much of a detrended series is seasonal: 1 − Var(remainder) / Var(remainder + season), in [0, 1] (Wang, Smith and Hyndman
 * 2006), from a decomposition by local regression (STL: Cleveland et al. 1990) with the settings of R's mstl: two passes, a
 * season that may change over about 11 years, no robustness weights. Stateless and thread-safe.
 */
final class SeasonalStrength {
    private static final int SEASON_WINDOW = 11;
    private static final int PASSES = 2;

    private final double[] values;
    private final int period;
    private final double[] trend;
    private final double[] season;

    private SeasonalStrength(double[] values, int period) {
        this.values = values;
        this.period = period;
        trend = new double[values.length];
        season = new double[values.length];
    }

    /**
     * Measures a series.
     *
     * @param values at least two seasons
     * @param period steps in a season, at least 2
     */
    static double of(double[] values, int period) {
        SeasonalStrength decomposition = new SeasonalStrength(values, period);
        for (int pass = 0; pass < PASSES; pass++) {
            decomposition.refine();
        }
        return decomposition.strength();
    }

    private void refine() {
        int n = values.length;
        double[] cycles = smoothedCycles();
        double[] slow = averages(averages(averages(cycles, period), period), 3);
        int lowWindow = period | 1;
        for (int t = 0; t < n; t++) {
            season[t] = cycles[t + period] - Loess.at(slow, 0, 1, n, lowWindow, true, t);
        }
        double[] rest = new double[n];
        for (int t = 0; t < n; t++) {
            rest[t] = values[t] - season[t];
        }
        int trendWindow = (int) Math.ceil(1.5 * period / (1 - 1.5 / SEASON_WINDOW)) | 1;
        for (int t = 0; t < n; t++) {
            trend[t] = Loess.at(rest, 0, 1, n, trendWindow, true, t);
        }
    }

    /** Smooths the values of each step of the season over the years, and goes on for a season at both ends. */
    private double[] smoothedCycles() {
        int n = values.length;
        double[] rest = new double[n];
        for (int t = 0; t < n; t++) {
            rest[t] = values[t] - trend[t];
        }
        double[] cycles = new double[n + 2 * period];
        for (int phase = 0; phase < period; phase++) {
            int count = (n - phase - 1) / period + 1;
            for (int i = -1; i <= count; i++) {
                cycles[phase + (i + 1) * period] = Loess.at(rest, phase, period, count, SEASON_WINDOW, false, i);
            }
        }
        return cycles;
    }

    private static double[] averages(double[] values, int width) {
        double[] averages = new double[values.length - width + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            if (t >= width) {
                sum -= values[t - width];
            }
            if (t >= width - 1) {
                averages[t - width + 1] = sum / width;
            }
        }
        return averages;
    }

    private double strength() {
        double[] remainder = new double[values.length];
        double[] detrended = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            detrended[t] = values[t] - trend[t];
            remainder[t] = detrended[t] - season[t];
        }
        double whole = variance(detrended);
        return whole > 0 ? Math.clamp(1 - variance(remainder) / whole, 0, 1) : 0;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
