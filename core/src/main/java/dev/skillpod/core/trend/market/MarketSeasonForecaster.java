package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the season of the market out of the series, has the rest forecast, and puts the season back.
 *
 * <p>For batches that are one market. All series that are never negative make up the market and are treated so; the others are forecast as
 * they are. Without a {@linkplain MarketSeason#ifItHelps season that helps} nothing is changed. The {@link SeriesForecast#backTest} of a
 * series is that of its rest, and a little too good, since the season taken out was learnt from the whole past.
 */
public final class MarketSeasonForecaster implements BatchForecaster {
    private final BatchForecaster base;

    /** Makes the forecaster around the one that forecasts the rest. */
    public MarketSeasonForecaster(BatchForecaster base) {
        this.base = base;
    }

    @Override
    public List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages) {
        if (batch.isEmpty()) {
            return base.forecast(batch, horizon, coverages);
        }
        double[][] values = AlignedSeries.of(batch);
        double[][] market = Arrays.stream(values)
                .filter(MarketSeasonForecaster::isNonNegative)
                .toArray(double[][]::new);
        int frequency = batch.getFirst().frequency();
        return MarketSeason.ifItHelps(market, frequency)
                .map(season -> withSeason(season, values, frequency, horizon, coverages))
                .orElseGet(() -> base.forecast(batch, horizon, coverages));
    }

    private static boolean isNonNegative(double[] row) {
        return Arrays.stream(row).noneMatch(value -> value < 0);
    }

    private List<SeriesForecast> withSeason(
            MarketSeason season, double[][] values, int frequency, int horizon, double... coverages) {
        var rest = new ArrayList<GappySeries>();
        for (double[] row : values) {
            var adjusted = row.clone();
            if (isNonNegative(row)) {
                Arrays.setAll(adjusted, t -> row[t] / season.factor(t));
            }
            rest.add(GappySeries.of(adjusted, frequency));
        }
        List<SeriesForecast> forecasts = base.forecast(rest, horizon, coverages);
        var result = new ArrayList<SeriesForecast>();
        for (int i = 0; i < values.length; i++) {
            SeriesForecast forecast = forecasts.get(i);
            result.add(isNonNegative(values[i]) ? times(forecast, season, values[i].length) : forecast);
        }
        return result;
    }

    private static SeriesForecast times(SeriesForecast forecast, MarketSeason season, int past) {
        List<Band> bands = forecast.bands().stream()
                .map(band ->
                        new Band(band.coverage(), times(band.lower(), season, past), times(band.upper(), season, past)))
                .toList();
        return new SeriesForecast(times(forecast.mean(), season, past), bands, forecast.backTest(), forecast.weights());
    }

    private static double[] times(double[] values, MarketSeason season, int past) {
        var product = new double[values.length];
        Arrays.setAll(product, step -> values[step] * season.factor(past + step));
        return product;
    }
}
