package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.requirement.Requirement;
import java.time.Instant;
import java.util.List;

/**
 * Whose path to plan, and where to.
 *
 * @param learner profile and events
 * @param requirements what the path leads to; skills that the catalogue does not know are left out
 * @param limits what it may take
 * @param asOf the instant of the request; later events do not count
 */
public record ContentPathRequest(
        LearnerHistory learner, List<Requirement> requirements, PathLimits limits, Instant asOf) {
    public ContentPathRequest {
        requirements = List.copyOf(requirements);
    }
}
