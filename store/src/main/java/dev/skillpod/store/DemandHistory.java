package dev.skillpod.store;

import dev.skillpod.core.activity.DemandPoint;
import java.util.List;

/**
 * How much one skill was asked for over time, in one region.
 *
 * @param skillId the skill
 * @param points one point per month that is known, oldest first; months may be missing
 * @param dataSource {@code real}, {@code synthetic} or {@code mixed}; {@code real} when there are no points
 */
public record DemandHistory(String skillId, List<DemandPoint> points, String dataSource) {
    public DemandHistory {
        points = List.copyOf(points);
    }
}
