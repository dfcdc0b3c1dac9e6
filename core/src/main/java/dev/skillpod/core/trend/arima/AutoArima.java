package dev.skillpod.core.trend.arima;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;

/**
 * Seasonal ARIMA models whose orders are chosen by tests and AICc (Hyndman and Khandakar 2008, Journal of Statistical
 * Software 27(3)).
 *
 * <p>As R's auto.arima: a season is differenced when its strength is above a threshold, steps are differenced until the test of
 * Kwiatkowski et al. (1992) no longer refuses stationarity, and the other orders are found step by step by AICc; no constant after
 * two differences. Different from it: coefficients
 * stay inside the stationary and invertible region while they are estimated, the two kinds of differences together are at most 2,
 * and forms are compared after few steps of the exact likelihood; the chosen one is then estimated to the end. Series with more than
 * {@value #LONGEST_SEASON} steps in a season are modelled without one. Immutable and thread-safe.
 */
public final class AutoArima implements Forecaster {
    private static final int LONGEST_SEASON = 24;
    private static final int MAX_DIFFERENCES = 2;

    private final AutoArimaConfig config;

    /** Makes the method with its default settings. */
    public AutoArima() {
        this(AutoArimaConfig.defaults());
    }

    /** Makes the method. */
    public AutoArima(AutoArimaConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "arima";
    }

    @Override
    public FittedArima fit(TimeSeries series) {
        ScaledSeries scaled = ScaledSeries.of(series);
        ArimaOrders simple = differences(scaled.values(), series.frequency());
        double[] differenced = Differences.of(scaled.values(), simple);
        if (isConstant(differenced)) {
            return FittedArima.constant(this, scaled, simple, differenced);
        }
        ArmaEstimator estimator = new ArmaEstimator(differenced, simple.period());
        ArmaEstimate chosen = new OrderSearch(config, estimator, series.length(), simple.period()).run(simple);
        if (chosen == null) {
            return FittedArima.randomWalk(this, scaled);
        }
        ArmaEstimate polished = estimator.polish(chosen, config.finalIterations());
        return new FittedArima(this, scaled, polished, estimator.forecast(polished));
    }

    /** Fits given orders, reduced as far as the series asks for, starting from known parameters. */
    FittedArima fit(TimeSeries series, ArmaEstimate known) {
        ScaledSeries scaled = ScaledSeries.of(series);
        ArimaOrders orders = known.orders().reducedTo(series.length());
        if (!orders.fits(series.length())) {
            return FittedArima.randomWalk(this, scaled);
        }
        double[] differenced = Differences.of(scaled.values(), orders);
        if (isConstant(differenced)) {
            return FittedArima.constant(this, scaled, orders, differenced);
        }
        ArmaEstimator estimator = new ArmaEstimator(differenced, orders.period());
        ArmaEstimate estimate = estimator.estimate(
                orders, known.laidInto(orders.shape()), config.finalIterations(), Double.POSITIVE_INFINITY);
        if (!Double.isFinite(estimate.criterion())) {
            return fit(series);
        }
        return new FittedArima(this, scaled, estimate, estimator.forecast(estimate));
    }

    /** Returns the form without coefficients that makes the series stationary. */
    private ArimaOrders differences(double[] values, int frequency) {
        int n = values.length;
        int period = frequency > LONGEST_SEASON || n <= frequency ? 1 : frequency;
        double[] current = values;
        int seasonalD = 0;
        if (period > 1 && n >= 2 * period + 2 && SeasonalStrength.of(values, period) > config.seasonalThreshold()) {
            seasonalD = 1;
            current = Differences.over(values, period);
        }
        int d = 0;
        while (d < MAX_DIFFERENCES - seasonalD
                && current.length > 3
                && !isConstant(current)
                && KpssTest.refuses(current)) {
            d++;
            current = Differences.over(current, 1);
        }
        return new ArimaOrders(0, d, 0, 0, seasonalD, 0, period, false);
    }

    /** Returns whether values are equal but for rounding; the series they come from was scaled to 1. */
    private static boolean isConstant(double[] values) {
        double least = values[0];
        double greatest = values[0];
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return greatest - least <= 1e-12;
    }
}
