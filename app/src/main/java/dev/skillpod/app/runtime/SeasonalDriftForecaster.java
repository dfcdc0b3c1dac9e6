package dev.skillpod.app.runtime;

import dev.skillpod.core.math.Normal;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repeats the last season, moved by half of what the last season changed against the one before; without two seasons and one step
 * it repeats the last value. Intervals are those of a random walk whose steps are as large as the past errors. Immutable and
 * thread-safe.
 */
final class SeasonalDriftForecaster implements BatchForecaster {
    private static final int ORIGINS = 8;
    private static final int TESTED = 6;
    private static final double DAMPING = 0.5;

    @Override
    public List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages) {
        return batch.stream()
                .map(series -> forecast(series, horizon, coverages))
                .toList();
    }

    private static SeriesForecast forecast(GappySeries series, int horizon, double... coverages) {
        double[] past = series.complete()
                .orElseThrow(() -> new IllegalArgumentException("a series must hold at least one observation"))
                .values();
        int missing = series.missingAtEnd();
        int season = series.frequency();
        double[] mean = Arrays.copyOfRange(mean(past, season, missing + horizon), missing, missing + horizon);
        double deviation = deviation(past, season);
        var bands = new ArrayList<Band>();
        for (double coverage : coverages) {
            double z = Normal.quantile((1 + coverage) / 2);
            var lower = new double[horizon];
            var upper = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                double half = z * deviation * Math.sqrt(1 + (missing + h) / (double) season);
                lower[h] = mean[h] - half;
                upper[h] = mean[h] + half;
            }
            bands.add(new Band(coverage, lower, upper));
        }
        return new SeriesForecast(mean, List.copyOf(bands), backTest(past, season), Map.of("seasonal-drift", 1.0));
    }

    private static double[] mean(double[] past, int season, int horizon) {
        var mean = new double[horizon];
        int n = past.length;
        boolean seasonal = n > 2 * season;
        double drift = 0;
        for (int k = 1; seasonal && k <= season; k++) {
            drift += (past[n - k] - past[n - k - season]) / season;
        }
        for (int h = 0; h < horizon; h++) {
            int seasons = h / season + 1;
            mean[h] = seasonal ? past[n - season + h % season] + drift * (1 - Math.pow(DAMPING, seasons)) : past[n - 1];
        }
        return mean;
    }

    /** Returns the root mean squared error one season (or, without seasons, one step) ahead. */
    private static double deviation(double[] past, int season) {
        int lag = past.length > 2 * season ? season : 1;
        double squares = 0;
        for (int t = lag; t < past.length; t++) {
            squares += (past[t] - past[t - lag]) * (past[t] - past[t - lag]);
        }
        return past.length > lag ? Math.sqrt(squares / (past.length - lag)) : Math.abs(past[0]);
    }

    private static Optional<BackTest> backTest(double[] past, int season) {
        int least = 2 * season + 1;
        double error = 0;
        double naiveError = 0;
        double percent = 0;
        int origins = 0;
        int steps = 0;
        for (int origin = past.length - 1; origin >= least && origins < ORIGINS; origin--, origins++) {
            double[] known = Arrays.copyOf(past, origin);
            double[] mean = mean(known, season, TESTED);
            for (int h = 0; h < TESTED && origin + h < past.length; h++, steps++) {
                double truth = past[origin + h];
                error += Math.abs(truth - mean[h]);
                naiveError += Math.abs(truth - known[origin - season + h % season]);
                double size = Math.abs(truth) + Math.abs(mean[h]);
                percent += size == 0 ? 0 : 200 * Math.abs(truth - mean[h]) / size;
            }
        }
        if (steps == 0) {
            return Optional.empty();
        }
        double scale = 0;
        for (int t = season; t < past.length; t++) {
            scale += Math.abs(past[t] - past[t - season]) / (past.length - season);
        }
        double mae = error / steps;
        return Optional.of(
                new BackTest(origins, steps, mae, naiveError / steps, percent / steps, scale == 0 ? 0 : mae / scale));
    }
}
