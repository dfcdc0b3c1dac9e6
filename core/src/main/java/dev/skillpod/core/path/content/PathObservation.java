package dev.skillpod.core.path.content;

import dev.skillpod.core.path.Observation;

/**
 * What a baseline may know when it chooses the next content: never a drawn learner's levels.
 *
 * @param allowed which candidates may come next
 * @param needed which of them teach something that is wanted
 * @param gains what each of them is expected to add to the attainment; 0 for the others
 * @param stepsLeft places left in the path
 */
record PathObservation(boolean[] allowed, boolean[] needed, double[] gains, int stepsLeft) implements Observation {
    static PathObservation of(PathState state) {
        int n = state.problem.size();
        var seen = new PathObservation(
                new boolean[n], new boolean[n], new double[n], state.problem.limits.maxItems() - state.size());
        for (int c = 0; c < n; c++) {
            if (state.allowed(c)) {
                seen.allowed[c] = true;
                seen.needed[c] = state.needs(c);
                seen.gains[c] = state.gain(c);
            }
        }
        return seen;
    }

    @Override
    public int actions() {
        return allowed.length;
    }

    @Override
    public boolean allows(int action) {
        return allowed[action];
    }

    @Override
    public boolean needs(int action) {
        return needed[action];
    }
}
