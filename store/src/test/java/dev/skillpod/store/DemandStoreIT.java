package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.DataSource;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandStoreIT {
    private final DemandStore demand = SharedDatabase.get().demand();
    private final String skill = SharedDatabase.unique("skill");

    @Test
    void givesBackHistoriesOldestFirstByRegion() {
        List<DemandPoint> market = IntStream.range(0, 72)
                .mapToObj(i -> new DemandPoint(
                        skill, month(i), null, 100.5 + i, i % 2 == 0 ? null : 3.0 * i, i % 3 == 0 ? null : 50_000.0))
                .toList();
        var region = new DemandPoint(skill, month(5), "Tiel\tSüd", 7, null, null);
        demand.upsert(market.reversed(), DataSource.SYNTHETIC);
        demand.upsert(List.of(region), DataSource.REAL);

        assertThat(demand.history(skill)).isEqualTo(new DemandHistory(skill, market, "synthetic"));
        assertThat(demand.history(skill, "Tiel\tSüd")).isEqualTo(new DemandHistory(skill, List.of(region), "real"));
        assertThat(demand.histories().get(skill)).isEqualTo(demand.history(skill));
        assertThat(demand.latest()).containsEntry(skill, market.getLast());
    }

    @Test
    void aPointOfTheSameMonthIsReplaced() {
        demand.upsert(List.of(point(0, 1), point(1, 2)), DataSource.SYNTHETIC);
        demand.upsert(List.of(point(1, 3)), DataSource.REAL);

        assertThat(demand.history(skill))
                .isEqualTo(new DemandHistory(skill, List.of(point(0, 1), point(1, 3)), "mixed"));
    }

    @Test
    void knowsNothingOfUnknownSkills() {
        assertThat(demand.history(skill)).isEqualTo(new DemandHistory(skill, List.of(), "real"));
    }

    @Test
    void refusesBadPointsWholly() {
        assertThatThrownBy(() -> demand.upsert(List.of(point(0, 1), point(0, 2)), DataSource.REAL))
                .hasMessage("record 1: period occurs twice for skill " + skill + ": 2020-01");
        assertThatThrownBy(() -> demand.upsert(List.of(point(0, 1), point(1, -1)), DataSource.REAL))
                .hasMessage("record 1: postings must be at least 0, was -1.0");
        assertThatThrownBy(() -> demand.upsert(List.of(point(0, Double.NaN)), DataSource.REAL))
                .isInstanceOf(InvalidRecordException.class);
        assertThat(demand.history(skill).points()).isEmpty();
    }

    private DemandPoint point(int month, double postings) {
        return new DemandPoint(skill, month(month), null, postings, null, null);
    }

    private static YearMonth month(int i) {
        return YearMonth.of(2020, 1).plusMonths(i);
    }
}
