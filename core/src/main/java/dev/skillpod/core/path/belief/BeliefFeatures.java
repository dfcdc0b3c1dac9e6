package dev.skillpod.core.path.belief;

import dev.skillpod.core.path.practice.PracticeDynamics;
import java.util.Arrays;

/**
 * A belief and a goal in a row of numbers, for a network to judge. Immutable and thread-safe.
 *
 * <p>By item: mean ability / 3, its standard deviation, the probability of a correct answer, the mean gain of practising it now,
 * whether it belongs to the goal, and the probability that it is still missing there. Then the last item accepted (one of items + 1), the steps
 * left (one of 20), the steps left / 10, the mean worth of one more item · 3, and the expected reward so far.
 */
public final class BeliefFeatures {
    /** The most steps left that are told apart. */
    static final int MOST_STEPS = 20;

    private static final int BLOCKS = 6;
    private static final float ABILITY_UNIT = 3;
    private static final float STEP_UNIT = 10;
    private static final float WORTH_UNIT = 3;

    private final PracticeDynamics dynamics;
    private final int items;
    private final int most;

    /**
     * Makes the features of a world.
     *
     * @param most the most particles that are looked at, evenly spread over the belief
     */
    public BeliefFeatures(PracticeDynamics dynamics, int most) {
        this.dynamics = dynamics;
        this.items = dynamics.items();
        this.most = most;
    }

    /** Returns the length of a row. */
    public int length() {
        return BLOCKS * items + items + 1 + MOST_STEPS + 3;
    }

    /**
     * Writes a row.
     *
     * @param row receives the row
     * @param start where it begins
     */
    public void write(
            double[] particles, int from, int count, int[] goal, int last, int stepsLeft, float[] row, int start) {
        Arrays.fill(row, start, start + length(), 0f);
        var sums = new double[4 * items];
        double worth = 0;
        double reached = 0;
        int stride = ParticleBelief.stride(items);
        int step = Math.max(1, count / most);
        int seen = 0;
        for (int p = 0; p < count && seen < most; p += step) {
            seen++;
            int at = (from + p) * stride;
            for (int i = 0; i < items; i++) {
                double ability = particles[at + i];
                sums[i] += ability;
                sums[items + i] += ability * ability;
                if (dynamics.answers(particles, at, i)) {
                    sums[2 * items + i]++;
                }
                sums[3 * items + i] += dynamics.gain(particles, at, i);
            }
            worth += particles[at + items];
            reached += (dynamics.score(particles, at, goal) - particles[at + items + 1]) * particles[at + items];
        }
        double share = 1.0 / seen;
        for (int i = 0; i < items; i++) {
            double mean = sums[i] * share;
            row[start + i] = (float) mean / ABILITY_UNIT;
            row[start + items + i] = (float) Math.sqrt(Math.max(0, sums[items + i] * share - mean * mean));
            row[start + 2 * items + i] = (float) (sums[2 * items + i] * share);
            row[start + 3 * items + i] = (float) (sums[3 * items + i] * share);
        }
        for (int item : goal) {
            row[start + 4 * items + item] = 1;
            row[start + 5 * items + item] = 1 - row[start + 2 * items + item];
        }
        int at = start + BLOCKS * items;
        row[at + (last == PracticeDynamics.NO_ITEM ? items : last)] = 1;
        at += items + 1;
        row[at + Math.clamp(stepsLeft, 1, MOST_STEPS) - 1] = 1;
        at += MOST_STEPS;
        row[at] = stepsLeft / STEP_UNIT;
        row[at + 1] = (float) (worth * share) * WORTH_UNIT;
        row[at + 2] = (float) (reached * share);
    }
}
