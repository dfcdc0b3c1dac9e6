package dev.skillpod.core.path.content;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Completes paths as a policy says: with the likeliest content at every step, or drawn. Not thread-safe. */
final class PolicyRollout {
    private final PathPolicy policy;
    private final PolicyFeatures features;
    private final float[] units;

    PolicyRollout(PathPolicy policy, PathProblem problem) {
        this.policy = policy;
        this.features = new PolicyFeatures(problem);
        this.units = policy.network().activations();
    }

    /**
     * Adds to a path until nothing more is gained.
     *
     * @param random draws in proportion to the policy's probabilities sharpened by the temperature; null takes the likeliest
     * @param temperature above 0; below 1 sharpens
     */
    void complete(PathState state, @Nullable RandomGenerator random, double temperature) {
        for (features.read(state); features.count() > 0; features.read(state)) {
            state.advance(features.action(choose(random, temperature)));
        }
    }

    private int choose(@Nullable RandomGenerator random, double temperature) {
        int best = 0;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < features.count(); k++) {
            policy.network().forward(features.rows(), k * PolicyFeatures.COLUMNS, units);
            double score = units[policy.network().outputStart()];
            if (random != null) {
                // The largest of logits with Gumbel noise is a draw from their softmax (Gumbel 1954).
                score = score / temperature - Math.log(random.nextExponential());
            }
            if (score > bestScore) {
                bestScore = score;
                best = k;
            }
        }
        return best;
    }
}
