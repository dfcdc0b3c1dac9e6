package dev.skillpod.app.evaluation;

import java.util.random.RandomGenerator;

/** The naive baseline of a ranking: scores that chance draws. */
final class RandomScores {
    private RandomScores() {}

    /** Returns {@code count} scores in [0, 1). */
    static float[] of(int count, RandomGenerator random) {
        var scores = new float[count];
        for (int c = 0; c < count; c++) {
            scores[c] = random.nextFloat();
        }
        return scores;
    }
}
