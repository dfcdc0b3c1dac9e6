package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Forecasts the series of a hierarchy with any forecaster and makes the forecasts add up, in the way that back-tests best on these series. Thread-safe
 * when the forecaster is.
 *
 * <p>All series of the batch end at the same step. Bands move along with their means and keep their widths; the back-tests and weights
 * reported are those of the forecaster.
 */
public final class MarketForecaster implements BatchForecaster {
    private final BatchForecaster base;
    private final Hierarchy hierarchy;
    private final MarketConfig config;

    /**
     * Makes the forecaster.
     *
     * @param base forecasts each series
     * @param hierarchy of the batches to come, whose series are in its order
     */
    public MarketForecaster(BatchForecaster base, Hierarchy hierarchy, MarketConfig config) {
        this.base = base;
        this.hierarchy = hierarchy;
        this.config = config;
    }

    @Override
    public List<SeriesForecast> forecast(List<GappySeries> batch, int horizon, double... coverages) {
        return forecastMarket(batch, horizon, coverages).series();
    }

    /**
     * Forecasts and says how the forecasts were made to add up.
     *
     * @throws IllegalArgumentException when the batch is not as large as the hierarchy; otherwise as {@link #forecast}
     */
    public MarketForecast forecastMarket(List<GappySeries> batch, int horizon, double... coverages) {
        if (batch.size() != hierarchy.size()) {
            throw new IllegalArgumentException(
                    "batch must have as many series as the hierarchy, " + hierarchy.size() + ", was " + batch.size());
        }
        List<SeriesForecast> forecasts = base.forecast(batch, horizon, coverages);
        int frequency = batch.getFirst().frequency();
        MarketBackTest backTest = MarketBackTest.run(base, AlignedSeries.of(batch), frequency, horizon, config);
        List<Hierarchy.Family> families = hierarchy.families();
        List<Reconciliation> candidates = candidates();
        Map<String, Double> scores = new ReconciliationTrial(families, backTest).scores(candidates);
        Reconciliation best = scores.isEmpty()
                ? candidates.getFirst()
                : candidates.stream()
                        .min(Comparator.comparingDouble(candidate -> scores.getOrDefault(candidate.name(), 0.0)))
                        .orElseThrow();
        var result = new ArrayList<>(forecasts);
        for (Hierarchy.Family family : families) {
            reconcile(best, family, backTest, result);
        }
        return new MarketForecast(List.copyOf(result), best.name(), scores);
    }

    /** In the order of preference when they do equally well. */
    private List<Reconciliation> candidates() {
        List<Reconciliation> all =
                List.of(new MinTrace(), new BottomUp(), TopDown.byForecasts(), TopDown.byPast(config.shareWindow()));
        return all.stream().filter(candidate -> candidate.accepts(hierarchy)).toList();
    }

    private static void reconcile(
            Reconciliation reconciliation,
            Hierarchy.Family family,
            MarketBackTest backTest,
            List<SeriesForecast> forecasts) {
        int[] members = family.members();
        if (members.length == 1) {
            return;
        }
        double[][] means =
                Arrays.stream(members).mapToObj(i -> forecasts.get(i).mean()).toArray(double[][]::new);
        FamilyPast past = backTest.past(family, backTest.values()[0].length, -1);
        double[][] coherent = reconciliation.reconcile(family.hierarchy(), past, means);
        for (int i = 0; i < members.length; i++) {
            forecasts.set(members[i], moved(forecasts.get(members[i]), coherent[i], past.isNonNegative()));
        }
    }

    private static SeriesForecast moved(SeriesForecast forecast, double[] mean, boolean nonNegative) {
        double least = nonNegative ? 0 : Double.NEGATIVE_INFINITY;
        var bands = new ArrayList<Band>();
        for (Band band : forecast.bands()) {
            var lower = new double[mean.length];
            var upper = new double[mean.length];
            for (int step = 0; step < mean.length; step++) {
                double by = mean[step] - forecast.mean()[step];
                lower[step] = Math.max(least, band.lower()[step] + by);
                upper[step] = Math.max(lower[step], band.upper()[step] + by);
            }
            bands.add(new Band(band.coverage(), lower, upper));
        }
        return new SeriesForecast(mean, List.copyOf(bands), forecast.backTest(), forecast.weights());
    }
}
