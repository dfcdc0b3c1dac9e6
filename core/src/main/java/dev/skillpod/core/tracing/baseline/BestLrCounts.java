package dev.skillpod.core.tracing.baseline;

import dev.skillpod.core.tracing.Question;
import java.util.HashMap;
import java.util.Map;

/** A learner's right answers and attempts, in all and per skill. Not thread-safe while it is changed. */
final class BestLrCounts {
    private final Map<Integer, int[]> skills;
    private int[] all = new int[2];

    BestLrCounts() {
        skills = new HashMap<>();
    }

    private BestLrCounts(BestLrCounts other) {
        skills = new HashMap<>(other.skills);
        all = other.all;
    }

    BestLrCounts copy() {
        return new BestLrCounts(this);
    }

    void answer(Question question, boolean correct) {
        all = next(all, correct);
        for (int k = 0; k < question.skillCount(); k++) {
            skills.put(question.skill(k), next(skills.getOrDefault(question.skill(k), new int[2]), correct));
        }
    }

    private static int[] next(int[] counts, boolean correct) {
        return new int[] {counts[0] + (correct ? 1 : 0), counts[1] + 1};
    }

    /** Returns log(1 + right answers) of a skill, or of all for a negative one. */
    double logCorrect(int skill) {
        return Math.log1p(counts(skill)[0]);
    }

    /** Returns log(1 + attempts) of a skill, or of all for a negative one. */
    double logAttempts(int skill) {
        return Math.log1p(counts(skill)[1]);
    }

    private int[] counts(int skill) {
        return skill < 0 ? all : skills.getOrDefault(skill, new int[2]);
    }
}
