package dev.skillpod.store.json;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.trend.demand.MonthlyDemand;
import java.time.YearMonth;
import java.util.List;

/**
 * How much a skill was asked for in a month: {@code skill_id, period} (YYYY-MM), {@code postings}; optional {@code
 * applicants, median_pay, region}. Numbers are at least 0, postings at most 1e12.
 */
public final class DemandRow {
    /** All fields. */
    public static final List<String> FIELDS =
            List.of("skill_id", "period", "postings", "applicants", "median_pay", "region");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("skill_id", "period", "postings");

    private DemandRow() {}

    /** Reads a row. */
    public static Checked<DemandPoint> read(Fields row) {
        String skill = row.id("skill_id");
        YearMonth period = row.month("period");
        double postings = row.number("postings", Range.closed(0, MonthlyDemand.MOST_POSTINGS));
        Double applicants = row.optionalNumber("applicants", Range.NOT_NEGATIVE);
        Double pay = row.optionalNumber("median_pay", Range.NOT_NEGATIVE);
        String region = row.optionalId("region");
        return row.check(() -> new DemandPoint(skill, period, region, postings, applicants, pay));
    }
}
