package dev.skillpod.core.gap.relation;

import dev.skillpod.core.recommend.state.CatalogIndex;

/**
 * How much of what two skills require they both require: MySQL and PostgreSQL stand on SQL and Linux.
 *
 * <p>Ruzicka's measure over required levels (sum of minima over sum of maxima), where a prerequisite counts the more the fewer
 * skills have it, with a constant below the bar so that one weak prerequisite in common is not everything. Immutable and
 * thread-safe.
 */
final class PrerequisiteLikeness {
    private static final double SHRINKAGE = 0.3;
    private static final double PERCENT = 100;

    private final CatalogIndex index;
    private final double[] rarity;

    PrerequisiteLikeness(CatalogIndex index) {
        this.index = index;
        int n = index.skillCount();
        var dependents = new int[n];
        for (int s = 0; s < n; s++) {
            for (int required : index.skill(s).requires()) {
                dependents[required]++;
            }
        }
        rarity = new double[n];
        for (int s = 0; s < n; s++) {
            rarity[s] = dependents[s] == 0 ? 0 : Math.log1p((double) n / dependents[s]);
        }
    }

    /** Returns the level of {@code required}, in [0, 1], that {@code skill} directly requires; 0 when it does not. */
    double required(int skill, int required) {
        CatalogIndex.SkillRow row = index.skill(skill);
        for (int i = 0; i < row.requires().length; i++) {
            if (row.requires()[i] == required) {
                return row.levels()[i] / PERCENT;
            }
        }
        return 0;
    }

    /** Returns the likeness of two skills, in [0, 1). */
    double likeness(int skill, int other) {
        double both = 0;
        double either = SHRINKAGE;
        for (int required : index.skill(skill).requires()) {
            double level = required(skill, required);
            double otherLevel = required(other, required);
            both += rarity[required] * Math.min(level, otherLevel);
            either += rarity[required] * Math.max(level, otherLevel);
        }
        for (int required : index.skill(other).requires()) {
            if (required(skill, required) == 0) {
                either += rarity[required] * required(other, required);
            }
        }
        return both / either;
    }
}
