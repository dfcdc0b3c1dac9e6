package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.requirement.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A learner's skill gaps, and everything they were found from.
 *
 * @param gaps by priority, then the largest first
 * @param requirements all that is required, met or not
 * @param levels all levels that are known, by skill id
 * @param role the role worked towards; empty when none is known
 * @param jobIds the jobs that the value of closing a gap is averaged over
 * @param warnings what could not be made use of, in plain sentences
 */
public record GapReport(
        List<Gap> gaps,
        List<Requirement> requirements,
        Map<String, SkillLevel> levels,
        Optional<Role> role,
        List<String> jobIds,
        List<String> warnings) {
    public GapReport {
        gaps = List.copyOf(gaps);
        requirements = List.copyOf(requirements);
        levels = Map.copyOf(levels);
        jobIds = List.copyOf(jobIds);
        warnings = List.copyOf(warnings);
    }
}
