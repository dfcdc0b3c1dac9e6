package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ability.AbilityModel;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * Fits linear recurrent networks by stochastic gradients, a learner at a time; stateless and thread-safe. The same random
 * stream gives the same model.
 */
public final class RecurrentTrainer {
    private static final double INPUT_DEVIATION = 0.1;
    private static final double ITEM_OUTPUT_DEVIATION = 0.02;
    private static final double SLOWEST = 0.1;

    private final RecurrenceConfig config;

    /** Creates a trainer. */
    public RecurrentTrainer(RecurrenceConfig config) {
        this.config = config;
    }

    /**
     * Fits a network.
     *
     * @param learners numbers of the learners to use
     * @param abilities gives the ability model that traces a learner; one that was fitted without the learner, since the
     *     network learns what that model misses
     * @param random start and order
     */
    public RecurrentModel fit(
            ResponseLog log, int[] learners, IntFunction<AbilityModel> abilities, RandomGenerator random) {
        var weights = new RecurrentWeights(config, log.items(), log.skills());
        fill(weights.skillInputs, INPUT_DEVIATION, random);
        fill(weights.itemInputs, INPUT_DEVIATION, random);
        fill(weights.skillOutputs, INPUT_DEVIATION, random);
        fill(weights.itemOutputs, ITEM_OUTPUT_DEVIATION, random);
        var propagation = new Propagation(log, AbilityTrack.of(log, learners, abilities), weights);
        int[] order = learners.clone();
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            shuffle(order, random);
            double share = Math.max(SLOWEST, 1 - epoch / (double) config.epochs());
            for (int learner : order) {
                propagation.learn(learner, (float) (config.learningRate() * share));
            }
        }
        return new RecurrentModel(weights);
    }

    private static void fill(float[] values, double deviation, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
