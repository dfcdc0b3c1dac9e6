package dev.skillpod.core.path.content;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Improves a path by taking some of its contents out and completing it anew, or by moving one to another place, and keeping what is
 * no worse (large neighbourhood search; Shaw 1998, Schrimpf et al. 2000). A content whose prerequisites went with it goes, too.
 * The number of rounds is fixed, not the time, so that the same problem gives the same path. Not thread-safe.
 */
final class RuinAndRecreate {
    /** One in so many paths is completed by the policy, the others by what is worth most. */
    private static final int GUIDED_EVERY = 4;

    /** How freely a policy that completes a path is followed: below 1 keeps nearer to what it thinks likeliest. */
    private static final double TEMPERATURE = 0.5;

    private static final double[] MINUTES_WEIGHTS = {0, 0.25, 0.5, 0.75, 1};

    /** Differences of attainment below this are none. */
    static final double SAME = 1e-9;

    private final PathState start;
    private final boolean[] mustStay;
    private final Construction construction;
    private final @Nullable PolicyRollout rollout;
    private final PathState trial;
    private final RandomGenerator random;

    /**
     * Prepares the search.
     *
     * @param start the state before the first step
     * @param mustStay candidates that every path has to have
     * @param rollout completes every other path when it is there
     */
    RuinAndRecreate(
            PathState start,
            boolean[] mustStay,
            Construction construction,
            @Nullable PolicyRollout rollout,
            RandomGenerator random) {
        this.rollout = rollout;
        this.start = start;
        this.mustStay = mustStay;
        this.construction = construction;
        this.trial = start.copy();
        this.random = random;
    }

    /** Returns whether the first of two states is better: it attains more, or as much in less time. */
    static boolean better(PathState a, PathState b) {
        double more = a.attainment() - b.attainment();
        return more > SAME || more > -SAME && a.minutes() < b.minutes() - SAME;
    }

    /** Improves a state for a number of rounds. */
    void improve(PathState best, int rounds) {
        for (int round = 0; round < rounds; round++) {
            int[] path = best.path();
            if (path.length == 0) {
                return;
            }
            for (int move = 0; move < 6 && path.length > 1; move++) {
                replay(moved(path), 0L);
                accept(best);
                path = best.path();
            }
            replay(path, ruined(path.length));
            if (rollout != null && round % GUIDED_EVERY == 0) {
                rollout.complete(trial, random, TEMPERATURE);
            } else {
                construction.complete(trial, new Weighing(MINUTES_WEIGHTS[random.nextInt(MINUTES_WEIGHTS.length)]));
            }
            accept(best);
        }
    }

    private void accept(PathState best) {
        if (!better(best, trial) && keepsAll(trial)) {
            best.become(trial);
        }
    }

    private boolean keepsAll(PathState state) {
        for (int c = 0; c < mustStay.length; c++) {
            if (mustStay[c] && !state.done(c)) {
                return false;
            }
        }
        return true;
    }

    /** Walks a path from the start without some places, and without what may not come there any more. */
    private void replay(int[] path, long without) {
        trial.become(start);
        for (int k = 0; k < path.length; k++) {
            if ((without >>> (k & 63) & 1) == 0 && trial.allowed(path[k])) {
                trial.advance(path[k]);
            }
        }
    }

    /** Draws the places to take out, as bits: single ones, or a run. */
    private long ruined(int length) {
        int count = 1 + random.nextInt(Math.min(4, length));
        long places = 0;
        if (random.nextBoolean()) {
            int from = random.nextInt(length);
            for (int k = 0; k < count; k++) {
                places |= 1L << (from + k) % length;
            }
        } else {
            for (int k = 0; k < count; k++) {
                places |= 1L << random.nextInt(length);
            }
        }
        return places;
    }

    private int[] moved(int[] path) {
        int from = random.nextInt(path.length);
        int to = random.nextInt(path.length);
        int[] moved = path.clone();
        int candidate = moved[from];
        if (from < to) {
            System.arraycopy(path, from + 1, moved, from, to - from);
        } else {
            System.arraycopy(path, to, moved, to + 1, from - to);
        }
        moved[to] = candidate;
        return moved;
    }
}
