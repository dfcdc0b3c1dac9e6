package dev.skillpod.core.trend.arima;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.TimeSeries;

/** An ARIMA model with its orders and coefficients. Immutable and thread-safe. */
public final class FittedArima implements FittedForecaster {
    private final AutoArima method;
    private final ScaledSeries series;
    private final ArmaEstimate estimate;
    private final ArmaForecast forecast;

    FittedArima(AutoArima method, ScaledSeries series, ArmaEstimate estimate, ArmaForecast forecast) {
        this.method = method;
        this.series = series;
        this.estimate = estimate;
        this.forecast = forecast;
    }

    /** Makes the model of a series whose differences are all equal: they go on where that is safe. */
    static FittedArima constant(AutoArima method, ScaledSeries series, ArimaOrders orders, double[] differenced) {
        boolean kept = orders.d() + orders.seasonalD() <= 1;
        ArimaOrders bare = orders.with(0, 0).withSeason(0, 0).withConstant(kept);
        return new FittedArima(
                method,
                series,
                new ArmaEstimate(bare, new double[0], 0),
                ArmaForecast.independent(kept ? differenced[differenced.length - 1] : 0, 0));
    }

    /** Makes the model that repeats the last value, for series too short for any other. */
    static FittedArima randomWalk(AutoArima method, ScaledSeries series) {
        double[] values = series.values();
        double sum = 0;
        for (int t = 1; t < values.length; t++) {
            sum += (values[t] - values[t - 1]) * (values[t] - values[t - 1]);
        }
        double variance = values.length > 1 ? sum / (values.length - 1) : 0;
        return new FittedArima(
                method,
                series,
                new ArmaEstimate(ArimaOrders.RANDOM_WALK, new double[0], 0),
                ArmaForecast.independent(0, variance));
    }

    /** Returns the orders of the model. */
    public ArimaOrders orders() {
        return estimate.orders();
    }

    /** Returns the coefficients φ, Φ, θ, Θ in this order; moving averages are added, as in R. */
    public double[] coefficients() {
        return estimate.parameters().clone();
    }

    @Override
    public double[] mean(int horizon) {
        double[] means = Differences.sum(series.values(), forecast.means(horizon), orders());
        for (int h = 0; h < horizon; h++) {
            means[h] *= series.unit();
        }
        return means;
    }

    @Override
    public double[] deviation(int horizon) {
        double[] psi = forecast.psi(Differences.recursion(orders()), horizon);
        double[] deviations = new double[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += psi[h] * psi[h];
            deviations[h] = Math.sqrt(forecast.variance() * sum) * series.unit();
        }
        return deviations;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A series with seasons of another length is fitted from the beginning.
     */
    @Override
    public FittedArima refit(TimeSeries other) {
        return other.frequency() == series.frequency() ? method.fit(other, estimate) : method.fit(other);
    }
}
