package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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

    private ForecastRun run(String modelVersion) {
        return new ForecastRun(database.demand().version(), modelVersion, NOW);
    }

    private void store(StoredForecast... inRegion) {
        assertThat(forecasts.replace(
                        run("m-1"), List.of(region), asked -> asked == null ? List.of() : List.of(inRegion)))
                .isTrue();
    }

    @Test
    void givesBackWhatWasStoredAndReplacesItAsAWhole() {
        StoredForecast a = forecast("a", 0, 0.1, 0.2, true);
        store(a, forecast("b", 0, 0.1, 0.2, true));

        StoredForecast found = forecasts.find("a", region).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(a);
        assertThat(forecasts.find(List.of("b", "a", "c"), region)).containsOnlyKeys("a", "b");
        assertThat(forecasts.find("a", region + "-other")).isEmpty();
        assertThat(forecasts.find("a", null)).isEmpty();

        store(forecast("c", 0, 0.1, 0.2, true));
        assertThat(forecasts.find(List.of("b", "a", "c"), region)).containsOnlyKeys("c");

        assertThat(forecasts.replace(run("m-1"), List.of(), market -> List.of(a)))
                .isTrue();
        assertThat(forecasts.find("a", null)).isPresent();
        assertThat(forecasts.find("c", region)).as("of a region without demand").isEmpty();
    }

    @Test
    void readersSeeTheEarlierRunUntilTheNextIsCompleteAndAfterOneThatFails() {
        StoredForecast earlier = forecast("a", 0, 0.1, 0.2, true);
        StoredForecast later = forecast("a", 0, 0.3, 0.4, true);
        assertThat(forecasts.replace(run("m-1"), List.of(region), asked -> List.of(earlier)))
                .isTrue();

        assertThatThrownBy(() -> forecasts.replace(run("m-2"), List.of(region), asked -> {
                    if (asked != null) {
                        throw new IllegalArgumentException("no forecast today");
                    }
                    return List.of(later);
                }))
                .hasMessage("no forecast today");
        assertThat(growthOf("a")).containsExactly(0.1, 0.1);
        assertThat(forecasts.lastRun().orElseThrow().modelVersion()).isEqualTo("m-1");

        assertThat(forecasts.replace(run("m-2"), List.of(region), asked -> {
                    assertThat(growthOf("a")).as("while the next run is made").containsExactly(0.1, 0.1);
                    return List.of(later);
                }))
                .isTrue();
        assertThat(growthOf("a")).containsExactly(0.3, 0.3);
        assertThat(forecasts.lastRun().orElseThrow().modelVersion()).isEqualTo("m-2");
    }

    private List<Double> growthOf(String skill) {
        return Stream.of(forecasts.find(skill, null), forecasts.find(skill, region))
                .map(found -> found.orElseThrow().outlook().growth().expected())
                .toList();
    }

    @Test
    void ofTwoProcessesOneMakesARun() {
        var other = new AtomicBoolean(true);
        assertThat(forecasts.replace(run("m-1"), List.of(), market -> {
                    other.set(forecasts.replace(run("m-2"), List.of(), ignored -> {
                        throw new AssertionError("the other was asked to make a run, too");
                    }));
                    return List.of();
                }))
                .isTrue();
        assertThat(other).isFalse();
        assertThat(forecasts.lastRun().orElseThrow().modelVersion()).isEqualTo("m-1");
    }

    @Test
    void ranksByTheGrowthThatIsNearlyCertain() {
        store(
                forecast("noisy", -0.6, 0.9, 3, true),
                forecast("sure", 0.2, 0.25, 0.3, true),
                forecast("gone", 0.5, 0.6, 0.7, false),
                forecast("level", -0.1, 0, 0.1, true),
                forecast("shrinking", -0.3, -0.2, -0.1, true),
                forecast("maybe", -0.5, -0.3, 0.6, true));

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
        assertThat(forecasts.replace(run, List.of(), market -> List.of())).isTrue();
        assertThat(forecasts.lastRun()).contains(run);
        assertThat(forecasts.replace(new ForecastRun(before, "m-2", NOW), List.of(), market -> List.of()))
                .as("on older demand")
                .isFalse();
        assertThat(forecasts.lastRun()).contains(run);
        assertThat(forecasts.replace(new ForecastRun(before + 2, "m-2", NOW), List.of(), market -> List.of()))
                .isTrue();
        assertThat(forecasts.lastRun().orElseThrow().modelVersion()).isEqualTo("m-2");
    }
}
