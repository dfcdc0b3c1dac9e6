package dev.skillpod.core.path.content;

/**
 * Completes a path step by step with whatever is worth most of the limits that it uses, and looks ahead: a content that may not come
 * next yet is weighed together with the bridge that leads to it. Not thread-safe.
 */
final class Construction {
    /** How many contents that may not come next yet are weighed with their bridges at each step. */
    private static final int BRIDGES = 6;

    private final PathProblem problem;
    private final BridgeSearch bridges;
    private final PathState bestReached;
    private final int[] locked = new int[BRIDGES];
    private final double[] lockedWorth = new double[BRIDGES];

    Construction(PathProblem problem, LearnerDraws draws) {
        this.problem = problem;
        this.bridges = new BridgeSearch(problem, draws);
        this.bestReached = new PathState(problem, draws);
    }

    /** Adds to a path until nothing more is gained. */
    void complete(PathState state, Weighing weighing) {
        while (step(state, weighing)) {}
    }

    private boolean step(PathState state, Weighing weighing) {
        int best = -1;
        double bestWorth = 0;
        int count = 0;
        for (int c = 0; c < problem.size(); c++) {
            if (!state.fits(c)) {
                continue;
            }
            double gain = state.gain(c);
            double worth = weighing.worth(gain, problem.minutes[c], 1, problem.limits);
            if (gain <= Baselines.LEAST_GAIN) {
                continue;
            }
            if (!state.allowed(c)) {
                count = keep(c, worth, count);
            } else if (worth > bestWorth) {
                bestWorth = worth;
                best = c;
            }
        }
        boolean bridged = false;
        for (int k = 0; k < count; k++) {
            if (lockedWorth[k] <= 0.5 * bestWorth) {
                continue;
            }
            PathState after = bridges.reach(state, locked[k]);
            double worth = after == null ? 0 : worth(state, after, weighing);
            if (after != null && worth > bestWorth && after.attainment() - state.attainment() > Baselines.LEAST_GAIN) {
                bestWorth = worth;
                bestReached.become(after);
                bridged = true;
            }
        }
        if (bridged) {
            state.become(bestReached);
        } else if (best >= 0) {
            state.advance(best);
        }
        return bridged || best >= 0;
    }

    private double worth(PathState before, PathState after, Weighing weighing) {
        return weighing.worth(
                after.attainment() - before.attainment(),
                after.minutes() - before.minutes(),
                after.size() - before.size(),
                problem.limits);
    }

    /** Keeps the locked candidates of most worth; returns how many there are. */
    private int keep(int candidate, double worth, int count) {
        int at = count < BRIDGES ? count : BRIDGES - 1;
        if (count == BRIDGES && worth <= lockedWorth[at]) {
            return count;
        }
        while (at > 0 && lockedWorth[at - 1] < worth) {
            locked[at] = locked[at - 1];
            lockedWorth[at] = lockedWorth[at - 1];
            at--;
        }
        locked[at] = candidate;
        lockedWorth[at] = worth;
        return Math.min(BRIDGES, count + 1);
    }

    /** Does a candidate with what it builds on, unless it is done; returns whether it found its place. */
    boolean place(PathState state, int candidate) {
        if (state.done(candidate)) {
            return true;
        }
        PathState after = bridges.reach(state, candidate);
        if (after == null) {
            return false;
        }
        state.become(after);
        return true;
    }
}
