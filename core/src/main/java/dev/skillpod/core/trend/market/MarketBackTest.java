package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a forecaster would have said of a market from points in its past.
 *
 * @param values observations by series and step
 * @param origins steps known at each origin, ascending
 * @param forecasts by origin, series and step; {@code NaN} for series of which nothing was known yet
 */
record MarketBackTest(double[][] values, int[] origins, double[][][] forecasts) {

    /** Forecasts from the origins that the horizon leaves apart from each other, the newest one horizon before the end. */
    static MarketBackTest run(
            BatchForecaster forecaster, double[][] values, int frequency, int horizon, MarketConfig config) {
        int length = values[0].length;
        int room = (length - config.leastHistory()) / horizon;
        int count = Math.clamp(room, 0, config.origins());
        var origins = new int[count];
        var forecasts = new double[count][][];
        for (int i = 0; i < count; i++) {
            origins[i] = length - (count - i) * horizon;
            forecasts[i] = from(origins[i], forecaster, values, frequency, horizon);
        }
        return new MarketBackTest(values, origins, forecasts);
    }

    private static double[][] from(
            int origin, BatchForecaster forecaster, double[][] values, int frequency, int horizon) {
        var batch = new ArrayList<GappySeries>();
        var known = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            GappySeries series = GappySeries.of(Arrays.copyOf(values[i], origin), frequency);
            known[i] = series.observed() > 0;
            if (known[i]) {
                batch.add(series);
            }
        }
        List<SeriesForecast> answers = batch.isEmpty() ? List.of() : forecaster.forecast(batch, horizon);
        var forecasts = new double[values.length][horizon];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (known[i]) {
                forecasts[i] = answers.get(next++).mean();
            } else {
                Arrays.fill(forecasts[i], Double.NaN);
            }
        }
        return forecasts;
    }

    /**
     * Returns what is known of a family, up to some step and without the errors made from one of the origins.
     *
     * @param until steps of the past that are known
     * @param without number of the origin to leave out; −1 for none
     */
    FamilyPast past(Hierarchy.Family family, int until, int without) {
        int[] members = family.members();
        var past = new double[members.length][];
        var errors = new double[members.length][];
        var expected = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            past[i] = Arrays.copyOf(values[members[i]], until);
            errors[i] = errors(members[i], without);
            double roughness = AlignedSeries.meanAbsoluteDifference(past[i]);
            // Few errors are a rough measure of how large they are; how far the series moves in a step steadies it.
            expected[i] =
                    Arrays.stream(errors[i]).filter(error -> !Double.isNaN(error)).map(Math::abs).average().stream()
                            .map(mean -> (mean + roughness) / 2)
                            .findFirst()
                            .orElse(roughness);
        }
        return new FamilyPast(past, errors, expected);
    }

    private double[] errors(int series, int without) {
        int horizon = forecasts.length == 0 ? 0 : forecasts[0][series].length;
        var errors = new double[(without < 0 ? origins.length : origins.length - 1) * horizon];
        int next = 0;
        for (int o = 0; o < origins.length; o++) {
            for (int step = 0; step < horizon && o != without; step++) {
                errors[next++] = values[series][origins[o] + step] - forecasts[o][series][step];
            }
        }
        return errors;
    }
}
