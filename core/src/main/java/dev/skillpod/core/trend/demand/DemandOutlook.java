package dev.skillpod.core.trend.demand;

import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.SeriesForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Forecasts the demand for all skills of a market and says what it means. Immutable and thread-safe. */
public final class DemandOutlook {
    /** Months that are forecast. */
    public static final int HORIZON = 52;

    /** The fewest months that must be known of a skill. */
    public static final int LEAST_MONTHS = 3;

    private static final double WIDE = 0.95;
    private static final int OUTLOOK = 6;
    private static final int YEAR = 12;
    private static final double HALF_POSTING = 0.5;

    private final BatchForecaster forecaster;
    private final UnaryOperator<String> names;

    /**
     * Prepares.
     *
     * @param forecaster forecasts the monthly postings
     * @param names gives a skill's name by its id
     */
    public DemandOutlook(BatchForecaster forecaster, UnaryOperator<String> names) {
        this.forecaster = forecaster;
        this.names = names;
    }

    /**
     * Forecasts a market.
     *
     * @param histories of one region, none of a skill twice; those with fewer than {@value #LEAST_MONTHS} months are left out
     * @return one outlook per skill, ordered by skill
     */
    public List<SkillOutlook> of(Collection<MonthlyDemand> histories) {
        List<MonthlyDemand> known =
                histories.stream().filter(h -> h.observed() >= LEAST_MONTHS).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        DemandMarket market = DemandMarket.of(known);
        List<MonthlyDemand> skills = market.skills();
        List<GappySeries> batch =
                skills.stream().map(s -> s.series(market.start(s))).toList();
        List<SeriesForecast> forecasts = forecaster.forecast(batch, HORIZON, Growth.COVERAGE, WIDE).stream()
                .map(DemandOutlook::notNegative)
                .toList();
        if (forecasts.size() != skills.size()) {
            throw new IllegalStateException(
                    "there must be %d forecasts, were %d".formatted(skills.size(), forecasts.size()));
        }
        Map<String, Double> scores = DemandScores.of(market);
        Map<String, Double> later = DemandScores.of(inSixMonths(market, forecasts));
        var factors = new TrendFactors(market, names);
        var outlooks = new ArrayList<SkillOutlook>(skills.size());
        for (int s = 0; s < skills.size(); s++) {
            MonthlyDemand skill = skills.get(s);
            SeriesForecast forecast = forecasts.get(s);
            Growth growth = growth(skill, market.start(skill), forecast);
            outlooks.add(new SkillOutlook(
                    skill.skillId(),
                    skill.first(),
                    skill.last(),
                    skill.observed(),
                    MonthlyDemand.month(market.start(skill)),
                    market.current(skill),
                    skill.level(),
                    forecast.mean(),
                    forecast.bands(),
                    scores.getOrDefault(skill.skillId(), 0.0),
                    later.getOrDefault(skill.skillId(), 0.0),
                    growth,
                    confidence(forecast.backTest()),
                    factors.of(skill, growth),
                    forecast.backTest(),
                    forecast.weights()));
        }
        return List.copyOf(outlooks);
    }

    /**
     * Returns how far a forecast can be trusted: the share of the naive method's error that was saved in the back-test, times
     * n / (n + 3) for n origins, in [0, 1). 0 when the naive method was not beaten, or nothing could be tested.
     */
    public static double confidence(Optional<BackTest> backTest) {
        return backTest.map(test -> test.skill() * test.origins() / (test.origins() + 3.0))
                .orElse(0.0);
    }

    /** Compares the latest known months with the same months a year later. */
    private static Growth growth(MonthlyDemand skill, int start, SeriesForecast forecast) {
        int[] months = skill.recent();
        int[] steps = Arrays.stream(months).map(month -> month + YEAR - start).toArray();
        Band band = forecast.bands().getFirst();
        double now = skill.level() + HALF_POSTING;
        return new Growth(
                (average(forecast.mean(), steps) + HALF_POSTING) / now - 1,
                (average(band.lower(), steps) + HALF_POSTING) / now - 1,
                (average(band.upper(), steps) + HALF_POSTING) / now - 1);
    }

    private static double average(double[] values, int[] steps) {
        double sum = 0;
        for (int step : steps) {
            sum += values[step - 1];
        }
        return sum / steps.length;
    }

    private static DemandMarket inSixMonths(DemandMarket market, List<SeriesForecast> forecasts) {
        var continued = new ArrayList<MonthlyDemand>(forecasts.size());
        for (int s = 0; s < forecasts.size(); s++) {
            MonthlyDemand skill = market.skills().get(s);
            continued.add(skill.continued(market.start(skill), forecasts.get(s).mean(), OUTLOOK));
        }
        return DemandMarket.of(continued);
    }

    /** Postings are never fewer than none, and what is expected lies in every band. */
    private static SeriesForecast notNegative(SeriesForecast forecast) {
        double[] mean = forecast.mean().clone();
        for (int h = 0; h < mean.length; h++) {
            mean[h] = Math.max(0, mean[h]);
        }
        List<Band> bands =
                forecast.bands().stream().map(band -> around(mean, band)).toList();
        return new SeriesForecast(mean, bands, forecast.backTest(), forecast.weights());
    }

    private static Band around(double[] mean, Band band) {
        double[] lower = band.lower().clone();
        double[] upper = band.upper().clone();
        for (int h = 0; h < mean.length; h++) {
            lower[h] = Math.clamp(lower[h], 0, mean[h]);
            upper[h] = Math.max(upper[h], mean[h]);
        }
        return new Band(band.coverage(), lower, upper);
    }
}
