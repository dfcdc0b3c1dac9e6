package dev.skillpod.app.serving;

import dev.skillpod.core.activity.DemandPoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demand for skills, past and expected. A region is null for the whole market. Thread-safe. */
public interface DemandTrends {
    /** Returns the forecasts of some skills by skill; those that have none are left out. */
    Map<String, DemandForecast> find(Collection<String> skillIds, @Nullable String region);

    /**
     * Returns the skills that grow most, or shrink most, the surest change first.
     *
     * @param falling whether those that shrink are wanted
     * @param limit how many at most
     */
    List<DemandForecast> top(boolean falling, @Nullable String region, int limit);

    /** Returns what is known of a skill's past, oldest month first; empty when nothing is. */
    List<DemandPoint> history(String skillId, @Nullable String region);

    /** Returns whether anything is known of a region. */
    boolean knows(String region);

    /** Returns whether forecasts have been made at all. */
    boolean made();
}
