package dev.skillpod.core.trend.demand;

import dev.skillpod.core.activity.DemandPoint;
import java.time.YearMonth;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Histories of a skill that end in October 2026 unless said otherwise. */
final class Histories {
    static final YearMonth LAST = YearMonth.of(2026, 10);

    private Histories() {}

    /** A history of some months, of which the newest is month 0, the one before it month 1, and so on; NaN is not recorded. */
    static MonthlyDemand of(String skill, int months, IntToDoubleFunction postings) {
        return until(LAST, skill, months, postings);
    }

    static MonthlyDemand until(YearMonth last, String skill, int months, IntToDoubleFunction postings) {
        List<DemandPoint> points = IntStream.range(0, months)
                .filter(ago -> !Double.isNaN(postings.applyAsDouble(ago)))
                .mapToObj(ago ->
                        new DemandPoint(skill, last.minusMonths(ago), null, postings.applyAsDouble(ago), null, null))
                .toList();
        return MonthlyDemand.of(skill, points).orElseThrow();
    }
}
