package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.SkillGap;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the learner works towards, per skill: from the role (see {@link RoleMatcher#match(LearnerHistory)}), from the gaps asked
 * for, which count most, with the skills they require, and from strong market pressure on skills that are still low.
 *
 * @param role index of the role, or empty
 * @param required level worked towards, in [0, 100]; 0 where there is no need
 * @param importance how much it matters, in [0, 1]
 * @param asked whether the caller named the skill as a gap
 */
public record Needs(OptionalInt role, float[] required, float[] importance, boolean[] asked) {
    /** Worth of a skill that is not needed: learning something else is worth a little, too. */
    private static final float UNNEEDED = 0.05f;

    /** What a skill matters that a gap asked for requires. */
    private static final float REQUIRED_BY_ASKED = 0.3f;

    /** Urgency from which on market pressure alone makes a need: about one fresh rejection. */
    private static final float PRESSING = 0.5f;

    /** The level that pressure alone calls for, and what it matters. */
    private static final float PRESSED_LEVEL = 60;

    private static final float PRESSED_IMPORTANCE = 0.5f;

    /** Derives the needs from what profile, request and market say, given the levels. */
    static Needs of(
            OptionalInt role, List<SkillGap> gaps, MarketPressure pressure, SkillLevels levels, CatalogIndex index) {
        var needs = new Needs(
                role, new float[index.skillCount()], new float[index.skillCount()], new boolean[index.skillCount()]);
        role.ifPresent(r -> needs.add(index.role(r)));
        for (int s = 0; s < index.skillCount(); s++) {
            if (pressure.urgency(s) >= PRESSING) {
                needs.raise(s, PRESSED_LEVEL, PRESSED_IMPORTANCE);
            }
        }
        for (SkillGap gap : gaps) {
            index.catalog()
                    .skillIndex(gap.skillId())
                    .ifPresent(s -> needs.ask(s, (float) gap.gapScore(), levels, index));
        }
        return needs;
    }

    private void add(CatalogIndex.RoleRow row) {
        for (int i = 0; i < row.skills().length; i++) {
            raise(row.skills()[i], row.levels()[i], row.importances()[i]);
        }
    }

    private void raise(int skill, float level, float matters) {
        required[skill] = Math.max(required[skill], level);
        importance[skill] = Math.max(importance[skill], matters);
    }

    private void ask(int skill, float gap, SkillLevels levels, CatalogIndex index) {
        raise(skill, Math.min(100, levels.level()[skill] + gap), 1);
        asked[skill] = true;
        var row = index.skill(skill);
        for (int i = 0; i < row.requires().length; i++) {
            raise(row.requires()[i], row.levels()[i], REQUIRED_BY_ASKED);
        }
    }

    /** Returns what a level of a skill is worth to the learner, in (0, 1]: its importance, or a little. */
    public float worth(int skill) {
        return Math.max(UNNEEDED, importance[skill]);
    }

    /** Returns how far the learner is from the level worked towards, in [0, 100]. */
    public float gap(int skill, SkillLevels levels) {
        return Math.max(0, required[skill] - levels.level()[skill]);
    }

    /** Returns the importance-weighted sum of all gaps; 0 when there is no need. */
    public float total(SkillLevels levels) {
        float total = 0;
        for (int s = 0; s < required.length; s++) {
            total += importance[s] * gap(s, levels);
        }
        return total;
    }
}
