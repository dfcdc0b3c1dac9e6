package dev.skillpod.core.recommend.state;

import dev.skillpod.core.recommend.SkillGap;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the learner works towards, per skill: from the target role, else the role that the career goals mean, and the gaps
 * asked for, which count most.
 *
 * @param role index of the role, or empty
 * @param required level worked towards, in [0, 100]; 0 where there is no need
 * @param importance how much it matters, in [0, 1]
 * @param asked whether the caller named the skill as a gap
 */
public record Needs(OptionalInt role, float[] required, float[] importance, boolean[] asked) {
    /** Worth of a skill that is not needed: learning something else is worth a little, too. */
    private static final float UNNEEDED = 0.05f;

    /** Derives the needs from what profile and request say, given the levels. */
    static Needs of(OptionalInt role, List<SkillGap> gaps, SkillLevels levels, CatalogIndex index) {
        var needs = new Needs(
                role, new float[index.skillCount()], new float[index.skillCount()], new boolean[index.skillCount()]);
        role.ifPresent(r -> needs.add(index.role(r)));
        for (SkillGap gap : gaps) {
            index.catalog().skillIndex(gap.skillId()).ifPresent(s -> needs.ask(s, (float) gap.gapScore(), levels));
        }
        return needs;
    }

    private void add(CatalogIndex.RoleRow row) {
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            required[s] = Math.max(required[s], row.levels()[i]);
            importance[s] = Math.max(importance[s], row.importances()[i]);
        }
    }

    private void ask(int skill, float gap, SkillLevels levels) {
        required[skill] = Math.max(required[skill], Math.min(100, levels.level()[skill] + gap));
        importance[skill] = 1;
        asked[skill] = true;
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
