package dev.skillpod.app.serving;

import dev.skillpod.core.activity.DemandPoint;
import java.util.List;

/** Takes in how much skills were asked for. Thread-safe. */
@FunctionalInterface
public interface DemandWriter {
    /** Writes points, all of them or none; a point of the same skill, region and month is replaced. Forecasts follow soon. */
    CatalogWriter.Upserted putDemand(List<DemandPoint> points);
}
