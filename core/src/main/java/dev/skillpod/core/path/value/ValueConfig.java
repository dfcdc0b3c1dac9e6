package dev.skillpod.core.path.value;

/**
 * Settings of {@link ValueTrainer}.
 *
 * @param rounds times that episodes are played and the network is fitted, at least 1
 * @param episodes episodes per round, at least 1
 * @param firstLayer units of the first hidden layer, at least 1
 * @param secondLayer units of the second hidden layer, at least 1
 * @param particles particles of a belief while playing, at least 8
 * @param looked the most particles that features are made of, at least 8
 * @param exploration probability of a random action at the start of the training, in [0, 1]; a fifth of it at the end
 * @param trace share of what came of a position, against what it looked like, in the target (lambda), in [0, 1]
 * @param memory positions kept to learn from, at least the batch
 * @param batch positions per step of the optimiser, at least 1
 * @param reuse how often a position is learnt from on average, above 0
 * @param rate step size at the start, above 0; a twentieth of it at the end
 */
public record ValueConfig(
        int rounds,
        int episodes,
        int firstLayer,
        int secondLayer,
        int particles,
        int looked,
        double exploration,
        double trace,
        int memory,
        int batch,
        double reuse,
        double rate) {
    /** Refuses what is out of range. */
    public ValueConfig {
        atLeast("rounds", rounds, 1);
        atLeast("episodes", episodes, 1);
        atLeast("firstLayer", firstLayer, 1);
        atLeast("secondLayer", secondLayer, 1);
        atLeast("particles", particles, 8);
        atLeast("looked", looked, 8);
        atLeast("batch", batch, 1);
        atLeast("memory", memory, batch);
        share("exploration", exploration);
        share("trace", trace);
        if (!(reuse > 0) || !(rate > 0)) {
            throw new IllegalArgumentException("reuse and rate must be above 0, were " + reuse + " and " + rate);
        }
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }

    /** Returns the settings that the shipped network was trained with. */
    public static ValueConfig defaults() {
        return new ValueConfig(240, 256, 96, 48, 128, 40, 0.15, 0.7, 200_000, 64, 2, 1e-3);
    }

    /** Returns the same settings with another number of rounds. */
    public ValueConfig withRounds(int count) {
        return new ValueConfig(
                count,
                episodes,
                firstLayer,
                secondLayer,
                particles,
                looked,
                exploration,
                trace,
                memory,
                batch,
                reuse,
                rate);
    }
}
