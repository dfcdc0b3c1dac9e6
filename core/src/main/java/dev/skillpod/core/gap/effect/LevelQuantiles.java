package dev.skillpod.core.gap.effect;

import java.util.Arrays;

/** The distribution of levels among those who applied to jobs that ask for a skill, as quantiles. */
final class LevelQuantiles {
    /** Quantiles 0, 1/40, ..., 1. */
    static final int COUNT = 41;

    private LevelQuantiles() {}

    /** Returns rising levels, empty without applications. */
    static float[] of(SkillRows rows) {
        if (rows.size() == 0) {
            return new float[0];
        }
        var levels = new double[rows.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rows.level(i);
        }
        Arrays.sort(levels);
        var quantiles = new float[COUNT];
        for (int q = 0; q < COUNT; q++) {
            quantiles[q] = (float) levels[(int) Math.round((levels.length - 1) * (double) q / (COUNT - 1))];
        }
        return quantiles;
    }

    /** Returns the share that has at least a level, in [0, 1]. */
    static double shareFrom(float[] quantiles, double level) {
        if (quantiles.length == 0) {
            return 0;
        }
        int below = 0;
        while (below < quantiles.length && quantiles[below] < level) {
            below++;
        }
        return (quantiles.length - below) / (double) quantiles.length;
    }
}
