package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Generated hierarchies, their pasts and simple forecasters. */
final class Markets {
    private Markets() {}

    /** Total 0 = regions 1..3 = occupations 4..5; occupation 4 = 6 + 7. */
    static Hierarchy twoGroupings() {
        return Hierarchy.of(8, List.of(new Grouping(0, 1, 2, 3), new Grouping(0, 4, 5), new Grouping(4, 6, 7)));
    }

    /** Total 0, rows 1 and 2, columns 3 and 4, cells 5..8: the last sum follows from the others. */
    static Hierarchy crossTable() {
        return Hierarchy.of(
                9,
                List.of(
                        new Grouping(0, 1, 2),
                        new Grouping(1, 5, 6),
                        new Grouping(2, 7, 8),
                        new Grouping(3, 5, 7),
                        new Grouping(4, 6, 8),
                        new Grouping(0, 3, 4)));
    }

    /** A past of counts and of errors, both chance; nothing in it adds up. */
    static FamilyPast randomPast(int size, Random random) {
        return new FamilyPast(
                matrix(size, 24, () -> Math.floor(random.nextDouble() * 20)),
                matrix(size, 18, random::nextGaussian),
                random.doubles(size, 0, 5).toArray());
    }

    static double[][] matrix(int rows, int columns, java.util.function.DoubleSupplier values) {
        var matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, column -> values.getAsDouble());
        }
        return matrix;
    }

    static List<GappySeries> batch(double[][] values, int frequency) {
        return Arrays.stream(values).map(row -> GappySeries.of(row, frequency)).toList();
    }

    /** Forecasts a level that does not change, with bands 10 around it. */
    static BatchForecaster level(ToDoubleFunction<double[]> level) {
        return (batch, horizon, coverages) -> {
            var forecasts = new ArrayList<SeriesForecast>();
            for (GappySeries series : batch) {
                var mean = new double[horizon];
                Arrays.fill(
                        mean,
                        level.applyAsDouble(series.complete().orElseThrow().values()));
                List<Band> bands = Arrays.stream(coverages)
                        .mapToObj(coverage -> new Band(coverage, plus(mean, -10), plus(mean, 10)))
                        .toList();
                forecasts.add(new SeriesForecast(mean, bands, Optional.empty(), Map.of("level", 1.0)));
            }
            return forecasts;
        };
    }

    static BatchForecaster last() {
        return level(values -> values[values.length - 1]);
    }

    static BatchForecaster median() {
        return level(values -> {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        });
    }

    private static double[] plus(double[] values, double by) {
        return Arrays.stream(values).map(value -> Math.max(0, value + by)).toArray();
    }
}
