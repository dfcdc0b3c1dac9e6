package dev.skillpod.core.recommend.statistics;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.Catalog;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Market demand as of any month, computed when first asked for. Thread-safe. */
public final class DemandTimeline {
    private final List<DemandPoint> points;
    private final Catalog catalog;
    private final Map<YearMonth, MarketDemand> byMonth = new ConcurrentHashMap<>();

    /** Makes a timeline over a demand history. */
    public DemandTimeline(List<DemandPoint> points, Catalog catalog) {
        this.points = points.stream().filter(p -> p.region() == null).toList();
        this.catalog = catalog;
    }

    /** Returns the demand of the months that had ended at {@code asOf}. */
    public MarketDemand at(Instant asOf) {
        return byMonth.computeIfAbsent(
                YearMonth.from(asOf.atZone(ZoneOffset.UTC)), month -> MarketDemand.before(points, catalog, month));
    }
}
