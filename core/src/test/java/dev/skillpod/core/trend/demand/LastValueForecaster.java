package dev.skillpod.core.trend.demand;

import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Expects the last value times a factor in every month, give or take a share of it for each coverage. */
record LastValueForecaster(double factor, double width) implements BatchForecaster {
    static final BackTest BACK_TEST = new BackTest(9, 50, 3, 4, 10, 0.8);

    @Override
    public List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages) {
        return batch.stream()
                .map(series -> forecast(series, horizon, coverages))
                .toList();
    }

    private SeriesForecast forecast(GappySeries series, int horizon, double... coverages) {
        var mean = new double[horizon];
        Arrays.fill(mean, factor * series.complete().orElseThrow().last());
        List<Band> bands = DoubleStream.of(coverages)
                .mapToObj(coverage -> new Band(
                        coverage,
                        Arrays.stream(mean).map(v -> v - coverage * width * v).toArray(),
                        Arrays.stream(mean).map(v -> v + coverage * width * v).toArray()))
                .toList();
        return new SeriesForecast(
                mean, bands, series.observed() > 12 ? Optional.of(BACK_TEST) : Optional.empty(), Map.of("last", 1.0));
    }
}
