package dev.skillpod.core.path.offpolicy;

/**
 * One choice of a logged path, beside what a candidate would have done in its place.
 *
 * @param taken columns of what was chosen, in the situation it was chosen in
 * @param logged probability with which it was chosen, in (0, 1]
 * @param reward what was measured of it
 * @param candidate probability with which the candidate would have chosen it, in [0, 1]
 * @param choices columns of everything that the candidate may choose there
 * @param probabilities of each of these, their sum 1
 */
public record LoggedPathStep(
        float[] taken, double logged, double reward, double candidate, float[][] choices, double[] probabilities) {
    public LoggedPathStep {
        if (!(logged > 0 && logged <= 1 + 1e-9)) {
            throw new IllegalArgumentException("logged must be in (0, 1], was " + logged);
        }
        if (!(candidate >= 0 && candidate <= 1 + 1e-9)) {
            throw new IllegalArgumentException("candidate must be in [0, 1], was " + candidate);
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException("reward must be finite, was " + reward);
        }
        if (choices.length != probabilities.length) {
            throw new IllegalArgumentException("choices must be as many as probabilities, were " + choices.length
                    + " and " + probabilities.length);
        }
    }
}
