package dev.skillpod.starter;

import java.util.Arrays;

/** What changes about a simulated learner. One thread at a time. */
final class LearnerState {
    private static final double SECONDS_PER_MONTH = 30 * 86_400.0;
    private static final double FORGETTING_PER_MONTH = 0.01;
    private static final long FRESH_SECONDS = 60 * 86_400L;

    /** True mastery by skill, in [0, 100]. */
    final double[] mastery;

    final boolean[] finished;
    final boolean[] dismissed;
    final boolean[] started;

    /** How often a content was shown so far. */
    final short[] shown;

    private final long[] lastLearnt;
    private long now;

    LearnerState(double[] mastery, int contents, long now) {
        this.mastery = mastery;
        this.finished = new boolean[contents];
        this.dismissed = new boolean[contents];
        this.started = new boolean[contents];
        this.shown = new short[contents];
        this.lastLearnt = new long[mastery.length];
        Arrays.fill(lastLearnt, now);
        this.now = now;
    }

    /** Returns another state that is like this one. */
    LearnerState copy() {
        var copy = new LearnerState(mastery.clone(), finished.length, now);
        System.arraycopy(finished, 0, copy.finished, 0, finished.length);
        System.arraycopy(dismissed, 0, copy.dismissed, 0, dismissed.length);
        System.arraycopy(started, 0, copy.started, 0, started.length);
        System.arraycopy(shown, 0, copy.shown, 0, shown.length);
        System.arraycopy(lastLearnt, 0, copy.lastLearnt, 0, lastLearnt.length);
        return copy;
    }

    /** Moves to {@code time}; skills neither used at work nor learnt in the last 60 days fade by 1 % a month. */
    void advance(long time, LearnerTraits learner) {
        if (time - now < 86_400) {
            return;
        }
        double kept = Math.exp(-FORGETTING_PER_MONTH * (time - now) / SECONDS_PER_MONTH);
        boolean[] used = learner.usedAtWork();
        for (int s = 0; s < mastery.length; s++) {
            if (mastery[s] > 0 && !used[s] && time - lastLearnt[s] > FRESH_SECONDS) {
                mastery[s] *= kept;
            }
        }
        now = time;
    }

    void learn(int skill, double raise, long time) {
        mastery[skill] = Math.min(100, mastery[skill] + raise);
        lastLearnt[skill] = time;
    }
}
