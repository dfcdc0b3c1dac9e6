package dev.skillpod.core.path.learnt;

/**
 * Settings of {@link LearntTrainer}.
 *
 * @param units numbers in the state of the answer model, at least 1
 * @param rounds times that logs are gathered, the answer model is fitted and plans are made in it, at least 1
 * @param learners learners taught for {@code steps} items in each round, at least 1
 * @param steps items practised per learner, at least 2
 * @param sequences logs drawn to fit the answer model in a round, at least 1; twice as many in the first
 * @param valueRounds rounds of playing inside the model per round, at least 1
 * @param firstLayer units of the first hidden layer of the value, at least 1
 * @param secondLayer units of the second, at least 1
 * @param exploration probability of a random action while logs are gathered, in [0, 1]
 * @param depth actions looked ahead when serving, at least 1
 */
public record LearntConfig(
        int units,
        int rounds,
        int learners,
        int steps,
        int sequences,
        int valueRounds,
        int firstLayer,
        int secondLayer,
        double exploration,
        int depth) {
    /** Refuses what is out of range. */
    public LearntConfig {
        int[] counts = {units, rounds, learners, sequences, valueRounds, firstLayer, secondLayer, depth};
        for (int count : counts) {
            if (count < 1) {
                throw new IllegalArgumentException("every number must be at least 1, was " + count);
            }
        }
        if (steps < 2) {
            throw new IllegalArgumentException("steps must be at least 2, was " + steps);
        }
        if (!(exploration >= 0 && exploration <= 1)) {
            throw new IllegalArgumentException("exploration must be in [0, 1], was " + exploration);
        }
    }

    /** Returns the settings that the shipped model was trained with. */
    public static LearntConfig defaults() {
        return new LearntConfig(48, 8, 4000, 20, 30_000, 60, 64, 32, 0.15, 1);
    }
}
