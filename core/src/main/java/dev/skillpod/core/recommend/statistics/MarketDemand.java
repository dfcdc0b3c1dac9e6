package dev.skillpod.core.recommend.statistics;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.Catalog;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * How much the market asks for each skill, as of a month. Immutable and thread-safe.
 *
 * @param level place among all skills by the postings of the last three months, in [0, 1]; 0.5 where nothing is known
 * @param growth log ratio of the last six months' postings to the six months a year earlier; 0 where nothing is known
 */
public record MarketDemand(float[] level, float[] growth) {
    private static final int RECENT = 3;
    private static final int HALF_YEAR = 6;

    /** Returns the demand of a market of which nothing is known. */
    public static MarketDemand unknown(int skills) {
        var level = new float[skills];
        Arrays.fill(level, 0.5f);
        return new MarketDemand(level, new float[skills]);
    }

    /**
     * Sums up the national demand before a month.
     *
     * @param points demand history; points of a region and of skills outside the catalogue are left out
     * @param month the first month that must not be seen
     */
    public static MarketDemand before(List<DemandPoint> points, Catalog catalog, YearMonth month) {
        int skills = catalog.skills().size();
        var recent = new double[skills];
        var half = new double[skills];
        var yearBefore = new double[skills];
        var known = new boolean[skills];
        for (DemandPoint point : points) {
            if (point.region() != null || !point.period().isBefore(month)) {
                continue;
            }
            catalog.skillIndex(point.skillId()).ifPresent(s -> {
                long age = point.period().until(month, java.time.temporal.ChronoUnit.MONTHS);
                known[s] = true;
                recent[s] += age <= RECENT ? point.postings() : 0;
                half[s] += age <= HALF_YEAR ? point.postings() : 0;
                yearBefore[s] += age > 12 && age <= 12 + HALF_YEAR ? point.postings() : 0;
            });
        }
        MarketDemand demand = unknown(skills);
        double[] ranked = Arrays.stream(recent).sorted().toArray();
        for (int s = 0; s < skills; s++) {
            if (known[s]) {
                int below = Arrays.binarySearch(ranked, recent[s]);
                demand.level[s] = (float) Math.abs(below) / Math.max(1, skills - 1);
                demand.level[s] = Math.min(1, demand.level[s]);
                demand.growth[s] = yearBefore[s] > 0 ? (float) Math.log((half[s] + 1) / (yearBefore[s] + 1)) : 0;
            }
        }
        return demand;
    }
}
