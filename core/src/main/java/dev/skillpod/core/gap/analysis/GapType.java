package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.requirement.SignalCounts;
import dev.skillpod.core.trend.demand.TrendDirection;

/** The kind of a gap. */
public enum GapType {
    /** The learner does not have the skill. */
    MISSING,
    /** The learner has it at a lower level. */
    LEVEL_MISMATCH,
    /** The level sufficed when the skill was last used. */
    OUTDATED_SKILL,
    /** Nobody requires it, but the learner's market activity points at a skill whose demand rises. */
    TRENDING_SKILL,
    /** Nobody requires it, but a comparison with competitors points at it. */
    COMPETITIVE_ADVANTAGE;

    static GapType of(Requirement requirement, SkillLevel level, SkillDemand demand) {
        if (level.level() < requirement.level() && level.atLastUse() >= requirement.level()) {
            return OUTDATED_SKILL;
        }
        if (requirement.marketOnly()) {
            SignalCounts counts = requirement.market().orElseThrow().counts();
            boolean required = counts.jobs() > 0 || counts.searched() > 0;
            if (!required && counts.competitors() > 0) {
                return COMPETITIVE_ADVANTAGE;
            }
            boolean rising = demand.direction(requirement.skillId())
                    .filter(direction -> direction == TrendDirection.RISING)
                    .isPresent();
            if (!required && rising) {
                return TRENDING_SKILL;
            }
        }
        return level.level() <= 0 ? MISSING : LEVEL_MISMATCH;
    }
}
