package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogWriter.Upserted;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.app.serving.DemandTrends;
import dev.skillpod.app.serving.DemandWriter;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.demand.DemandOutlook;
import dev.skillpod.core.trend.demand.Growth;
import dev.skillpod.core.trend.demand.SkillOutlook;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Demand in memory. Python (rising), SQL (falling) and Django (unsure) have forecasts, Python also in region north; points put
 * later have none yet.
 */
public final class InMemoryDemand implements DemandTrends, DemandWriter {
    private static final YearMonth LAST = YearMonth.of(2026, 10);

    private final Map<String, DemandForecast> forecasts = new TreeMap<>();
    private final Map<String, DemandPoint> points = new LinkedHashMap<>();
    private volatile boolean made = true;

    /** Fills it. */
    public InMemoryDemand() {
        forecasts.put("python", forecast("python", new Growth(0.2, 0.1, 0.3)));
        forecasts.put("sql", forecast("sql", new Growth(-0.2, -0.3, -0.1)));
        forecasts.put("django", forecast("django", new Growth(0.3, -0.5, 1)));
        for (String skill : forecasts.keySet()) {
            IntStream.range(0, 24)
                    .mapToObj(m -> new DemandPoint(skill, LAST.minusMonths(m), null, 100 + m, null, null))
                    .forEach(this::put);
        }
        put(new DemandPoint("python", LAST, "north", 40, null, null));
    }

    /** Says whether forecasts were ever made. */
    public void setMade(boolean made) {
        this.made = made;
    }

    @Override
    public synchronized Upserted putDemand(List<DemandPoint> rows) {
        int before = points.size();
        rows.forEach(this::put);
        int created = points.size() - before;
        return new Upserted(created, rows.size() - created);
    }

    @Override
    public Map<String, DemandForecast> find(Collection<String> skillIds, @Nullable String region) {
        var found = new TreeMap<>(forecasts);
        found.keySet().retainAll(skillIds);
        if (region != null) {
            found.keySet().retainAll(List.of(region.equals("north") ? "python" : ""));
        }
        return made ? found : Map.of();
    }

    @Override
    public List<DemandForecast> top(boolean falling, @Nullable String region, int limit) {
        List<String> order = falling ? List.of("sql") : List.of("python", "django");
        return order.stream()
                .flatMap(id -> find(List.of(id), region).values().stream())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<DemandPoint> history(String skillId, @Nullable String region) {
        return points.values().stream()
                .filter(p -> p.skillId().equals(skillId) && Objects.equals(p.region(), region))
                .sorted(java.util.Comparator.comparing(DemandPoint::period))
                .toList();
    }

    @Override
    public synchronized boolean knows(String region) {
        return points.values().stream().anyMatch(p -> region.equals(p.region()));
    }

    @Override
    public boolean made() {
        return made;
    }

    private void put(DemandPoint point) {
        points.put(point.skillId() + "\n" + point.region() + "\n" + point.period(), point);
    }

    private static DemandForecast forecast(String skill, Growth growth) {
        double[] mean = DoubleStream.iterate(101, v -> v + 1)
                .limit(DemandOutlook.HORIZON)
                .toArray();
        var outlook = new SkillOutlook(
                skill,
                LAST.minusMonths(23),
                LAST,
                24,
                LAST,
                true,
                101,
                mean,
                List.of(band(0.8, mean, 10), band(0.95, mean, 20)),
                60,
                62,
                growth,
                0.25,
                List.of(
                        "Postings fell 8 % in the 12 months to October 2026 against the 12 before (106 a month, before 118)."),
                Optional.of(new BackTest(8, 40, 3, 4, 3.5, 0.8)),
                Map.of("theta", 1.0));
        return new DemandForecast(outlook, "fixed-1", Instant.parse("2026-11-25T10:00:00Z"), "synthetic");
    }

    private static Band band(double coverage, double[] mean, double half) {
        return new Band(
                coverage,
                Arrays.stream(mean).map(v -> v - half).toArray(),
                Arrays.stream(mean).map(v -> v + half).toArray());
    }
}
