package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tree.TreeTrainer;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.accuracy.ForecastErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Forecasts each series by many methods, weighed and given intervals by the back-tests of the whole batch; see the package page. Series
 * that were never negative are never forecast to be. Thread-safe.
 */
public final class TrendEnsemble implements BatchForecaster {
    private final IntFunction<Members> members;
    private final TrainingRun run;

    /**
     * Makes an ensemble.
     *
     * @param members the methods for series of a frequency
     * @param run gives threads and randomness
     */
    public TrendEnsemble(IntFunction<Members> members, TrainingRun run) {
        this.members = members;
        this.run = run;
    }

    /** Returns the one default configuration for everything. */
    public static TrendEnsemble defaults(TreeTrainer trees, TrainingRun run) {
        return new TrendEnsemble(frequency -> Members.defaults(frequency, trees), run);
    }

    @Override
    public List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Members methods = members.apply(batch.getFirst().frequency());
        List<TimeSeries> series = new ArrayList<>();
        int missing = 0;
        for (GappySeries gappy : batch) {
            series.add(gappy.complete()
                    .orElseThrow(() -> new IllegalArgumentException("a series must hold at least one observation")));
            missing = Math.max(missing, gappy.missingAtEnd());
        }
        Calibration calibration = Calibration.of(methods, Holdout.of(series, horizon), horizon, run);
        int steps = horizon + missing;
        MemberForecasts forecasts = MemberForecasts.of(methods, series, steps, run);
        Map<String, Double> weights = named(methods.names(), calibration.weights());
        var result = new ArrayList<SeriesForecast>();
        for (int i = 0; i < batch.size(); i++) {
            Expectation all = Expectation.of(forecasts, i, calibration.weights());
            result.add(answer(
                    all.from(batch.get(i).missingAtEnd(), horizon),
                    series.get(i),
                    calibration,
                    Optional.ofNullable(calibration.backTests().get(i)),
                    weights,
                    coverages));
        }
        return result;
    }

    private static SeriesForecast answer(
            Expectation expected,
            TimeSeries past,
            Calibration calibration,
            Optional<BackTest> backTest,
            Map<String, Double> weights,
            double[] coverages) {
        double least = Arrays.stream(past.values()).min().orElse(0) >= 0 ? 0 : Double.NEGATIVE_INFINITY;
        int horizon = expected.mean().length;
        double[] mean = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = Math.max(least, expected.mean()[h]);
        }
        var bands = new ArrayList<Band>();
        for (double coverage : coverages) {
            double[] lower = new double[horizon];
            double[] upper = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                double half = calibration.conformal().width(h, coverage) * expected.unit()[h];
                lower[h] = Math.max(least, expected.mean()[h] - half);
                upper[h] = Math.max(mean[h], expected.mean()[h] + half);
            }
            bands.add(new Band(coverage, lower, upper));
        }
        return new SeriesForecast(mean, bands, backTest, weights);
    }

    private static Map<String, Double> named(List<String> names, double[] weights) {
        var named = new LinkedHashMap<String, Double>();
        for (int k = 0; k < weights.length; k++) {
            named.merge(names.get(k), weights[k], Double::sum);
        }
        return named;
    }

    /** The combined forecast of one series and the unit of its errors. */
    record Expectation(double[] mean, double[] unit) {
        static Expectation of(MemberForecasts forecasts, int i, double[] weights) {
            TimeSeries past = forecasts.series().get(i);
            double[] deviation = forecasts.deviations()[i];
            double scale = ForecastErrors.naiveScale(past.values(), past.frequency())
                    .orElse(ForecastErrors.naiveScale(past.values(), 1).orElse(0));
            double[] typical = new double[deviation.length];
            for (int h = 0; h < typical.length; h++) {
                typical[h] = Math.hypot(deviation[h], scale);
            }
            Combination combined = Combination.of(forecasts.means()[i], weights, typical);
            return new Expectation(combined.mean(), Conformal.unit(deviation, combined.disagreement(), scale));
        }

        Expectation from(int step, int horizon) {
            return new Expectation(
                    Arrays.copyOfRange(mean, step, step + horizon), Arrays.copyOfRange(unit, step, step + horizon));
        }
    }
}
