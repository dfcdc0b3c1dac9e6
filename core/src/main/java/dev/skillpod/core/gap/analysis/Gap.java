package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.value.ClosingValue;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A skill whose required level the learner has not reached.
 *
 * @param requirement what is required, and why
 * @param level what the learner can do now
 * @param type its kind
 * @param size levels that are missing, in (0, 100]: the required level less the learner's own, or less what a neighbouring skill
 *     lends where that is more
 * @param urgency in [0, 100], see {@link Urgency}
 * @param demand how much the market asks for the skill, in [0, 100]; empty when nothing is known
 * @param adjacent neighbours that lend more than the learner's own level, the most helpful first
 * @param value what closing it changes, or null where the log supports no estimate
 * @param impact one sentence of facts on what closing it would change or why it is asked for, or null
 * @param steps what to do about it, first things first
 */
public record Gap(
        Requirement requirement,
        SkillLevel level,
        GapType type,
        double size,
        double urgency,
        OptionalDouble demand,
        List<AdjacentSkill> adjacent,
        @Nullable ClosingValue value,
        @Nullable String impact,
        List<NextStep> steps) {
    public Gap {
        adjacent = List.copyOf(adjacent);
        steps = List.copyOf(steps);
    }

    /** Returns the size in tenths of a level, by which gaps are ordered: smaller differences are noise. */
    public long tenths() {
        return Math.round(10 * size);
    }

    /** Returns how soon it should be closed. */
    public Priority priority() {
        return Priority.of(urgency);
    }
}
