package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.ContentType;
import java.util.List;
import java.util.Set;

/**
 * What a path may take, and what must and must not be in it.
 *
 * @param weeklyHours hours a week, in (0, 168]
 * @param weeks weeks until it must be over, above 0; parts of a week count in proportion
 * @param maxItems the most contents, in [1, 100]
 * @param types the only types wanted; empty for all. What is pinned may be of any type.
 * @param pinned ids of contents that must be in it
 * @param excluded ids of contents that must not be in it
 */
public record PathLimits(
        double weeklyHours,
        double weeks,
        int maxItems,
        Set<ContentType> types,
        List<String> pinned,
        Set<String> excluded) {
    private static final int MOST_ITEMS = 100;
    private static final int HOURS_PER_WEEK = 168;

    public PathLimits {
        if (!(weeklyHours > 0 && weeklyHours <= HOURS_PER_WEEK)) {
            throw new IllegalArgumentException("weeklyHours must be in (0, 168], was " + weeklyHours);
        }
        if (!(weeks > 0)) {
            throw new IllegalArgumentException("weeks must be above 0, was " + weeks);
        }
        if (maxItems < 1 || maxItems > MOST_ITEMS) {
            throw new IllegalArgumentException("maxItems must be in [1, 100], was " + maxItems);
        }
        types = Set.copyOf(types);
        pinned = List.copyOf(pinned);
        excluded = Set.copyOf(excluded);
    }

    /** Returns the minutes there are in all. */
    public double minutes() {
        return weeklyHours * 60 * weeks;
    }

    /** Returns the same limits with some of the minutes taken by something else; at least a minute is left. */
    public PathLimits without(double taken) {
        return withHours(Math.max(1, minutes() - taken) / 60 / weeks);
    }

    /** Returns the same limits with more or fewer hours a week. */
    public PathLimits withHours(double hours) {
        return new PathLimits(hours, weeks, maxItems, types, pinned, excluded);
    }
}
