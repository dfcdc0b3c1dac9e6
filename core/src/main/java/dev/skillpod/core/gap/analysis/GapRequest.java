package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.requirement.TargetSkill;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose gaps are asked for.
 *
 * @param learner profile and events, what the request says laid over what is stored
 * @param requested skills whose level the request itself says, with the date of last use it names or empty
 * @param targets skills that the request names as targets
 * @param asOf the instant of the request; what is not before it does not count
 */
public record GapRequest(
        LearnerHistory learner, Map<String, Optional<Instant>> requested, List<TargetSkill> targets, Instant asOf) {
    public GapRequest {
        requested = Map.copyOf(requested);
        targets = List.copyOf(targets);
    }
}
