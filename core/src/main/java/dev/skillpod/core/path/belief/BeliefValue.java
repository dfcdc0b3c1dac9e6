package dev.skillpod.core.path.belief;

/** Says what a position is worth: the expected reward of the whole episode when it is played on well. Thread-safe. */
@FunctionalInterface
public interface BeliefValue {
    /**
     * Values a position.
     *
     * @param particles holds the belief, see the package
     * @param from the first particle of the belief
     * @param count the number of particles, at least 1
     * @param goal the items to be able to answer
     * @param last the last item accepted
     * @param stepsLeft items still to be practised, at least 1
     * @return the expected reward, in [0, 1]
     */
    double of(double[] particles, int from, int count, int[] goal, int last, int stepsLeft);
}
