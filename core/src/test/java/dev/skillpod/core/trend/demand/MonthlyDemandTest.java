package dev.skillpod.core.trend.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.DemandPoint;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyDemandTest {
    private static DemandPoint point(String month, double postings) {
        return new DemandPoint("s", YearMonth.parse(month), null, postings, null, null);
    }

    @Test
    void monthsWithoutARecordAreGapsNotZeros() {
        MonthlyDemand demand = MonthlyDemand.of(
                        "s", List.of(point("2026-03", 30), point("2025-12", 12), point("2026-01", 0)))
                .orElseThrow();
        assertThat(demand.first()).isEqualTo(YearMonth.of(2025, 12));
        assertThat(demand.last()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(demand.observed()).isEqualTo(3);
        assertThat(demand.missing()).isEqualTo(1);
        assertThat(demand.level()).isEqualTo(14);
        assertThat(demand.series(demand.lastIndex() + 2).missingAtEnd()).isEqualTo(2);
        assertThat(demand.series(demand.lastIndex()).complete().orElseThrow().values())
                .containsExactly(12, 0, 15, 30);
    }

    @Test
    void whatIsTooOldOrTooMuchIsLeftOut() {
        assertThat(MonthlyDemand.of("s", List.of())).isEmpty();
        assertThat(MonthlyDemand.of("s", List.of(point("2026-03", 1e300)))).isEmpty();
        MonthlyDemand demand = MonthlyDemand.of(
                        "s", List.of(point("0001-01", 1), point("2100-03", 2), point("2099-03", 1e300)))
                .orElseThrow();
        assertThat(demand.observed()).isEqualTo(1);
        assertThat(demand.first()).isEqualTo(YearMonth.of(2100, 3));
    }
}
