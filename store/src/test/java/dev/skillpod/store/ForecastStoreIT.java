package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.demand.Growth;
import dev.skillpod.core.trend.demand.SkillOutlook;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");

    private final Database database = SharedDatabase.get();
    private final ForecastStore forecasts = database.forecasts();
    private final String region = SharedDatabase.unique("region");

    private static StoredForecast forecast(String skill, double low, double growth, double high, boolean current) {
        var outlook = new SkillOutlook(
                skill,
                YearMonth.of(2020, 1),
                YearMonth.of(2026, 10),
                81,
                YearMonth.of(2026, 10),
                current,
                12.5,
                new double[] {1.5, 2, 1.0 / 3},
                List.of(
                        new Band(0.8, new double[] {1, 1, 0}, new double[] {2, 3, 4}),
                        new Band(0.95, new double[] {0, 0, 0}, new double[] {3, 4, 5})),
                61.5,
                62,
                new Growth(growth, low, high),
                0.25,
                List.of("Postings rose 14 %.\tA \"quoted\\ name\" of Zürich\nand a line."),
                Optional.of(new BackTest(4, 12, 3.5, 4, 11, 0.9)),
                Map.of("theta", 0.75, "naive", 0.25));
        return new StoredForecast(outlook, "m-1", NOW, "mixed");
    }

    @Test
    void givesBackWhatWasStoredAndReplacesTheRegionAsAWhole() {
        StoredForecast a = forecast("a", 0, 0.1, 0.2, true);
        forecasts.replace(region, List.of(a, forecast("b", 0, 0.1, 0.2, true)));

        StoredForecast found = forecasts.find("a", region).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(a);
        assertThat(forecasts.find(List.of("b", "a", "c"), region)).containsOnlyKeys("a", "b");
        assertThat(forecasts.find("a", region + "-other")).isEmpty();
        assertThat(forecasts.find("a", null)).isEmpty();

        forecasts.replace(region, List.of(forecast("c", 0, 0.1, 0.2, true)));
        assertThat(forecasts.find(List.of("b", "a", "c"), region)).containsOnlyKeys("c");
    }

    @Test
    void ranksByTheGrowthThatIsNearlyCertain() {
        forecasts.replace(
                region,
                List.of(
                        forecast("noisy", -0.6, 0.9, 3, true),
                        forecast("sure", 0.2, 0.25, 0.3, true),
                        forecast("gone", 0.5, 0.6, 0.7, false),
                        forecast("level", -0.1, 0, 0.1, true),
                        forecast("shrinking", -0.3, -0.2, -0.1, true),
                        forecast("maybe", -0.5, -0.3, 0.6, true)));

        assertThat(forecasts.rising(region, 10))
                .extracting(f -> f.outlook().skillId())
                .containsExactly("sure", "noisy");
        assertThat(forecasts.rising(region, 1))
                .extracting(f -> f.outlook().skillId())
                .containsExactly("sure");
        assertThat(forecasts.falling(region, 10))
                .extracting(f -> f.outlook().skillId())
                .containsExactly("shrinking", "maybe");
    }

    @Test
    void demandHasAVersionThatRisesAndARunRemembersIt() {
        String skill = SharedDatabase.unique("skill");
        var point = new DemandPoint(skill, YearMonth.of(2026, 1), region, 5, null, null);
        long before = database.demand().version();

        assertThat(database.demand().upsert(List.of(point), DataSource.REAL)).isEqualTo(new DemandWrite(1, 0));
        assertThat(database.demand().upsert(List.of(point), DataSource.REAL)).isEqualTo(new DemandWrite(0, 1));

        assertThat(database.demand().version()).isGreaterThanOrEqualTo(before + 2);
        assertThat(database.demand().regions()).contains(region).doesNotContain("");
        assertThat(database.demand().histories(region)).containsOnlyKeys(skill);

        var run = new ForecastRun(before + 2, "m-1", NOW);
        forecasts.finished(run);
        assertThat(forecasts.lastRun()).contains(run);
        forecasts.finished(new ForecastRun(before, "m-2", NOW));
        assertThat(forecasts.lastRun()).contains(run);
        forecasts.finished(new ForecastRun(before + 2, "m-2", NOW));
        assertThat(forecasts.lastRun().orElseThrow().modelVersion()).isEqualTo("m-2");
    }
}
