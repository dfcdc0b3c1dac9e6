package dev.skillpod.core.trend;

/**
 * Where the future is expected to lie with a given probability, step by step.
 *
 * @param coverage the probability that the truth of a step lies within, in (0, 1)
 * @param lower finite lower bounds of steps 1, 2, …
 * @param upper finite upper bounds, each at least its lower bound
 */
public record Band(double coverage, double[] lower, double[] upper) {
    public Band {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must be in (0, 1), was " + coverage);
        }
        if (lower.length != upper.length) {
            throw new IllegalArgumentException(
                    "lower and upper must be equally long, were " + lower.length + " and " + upper.length);
        }
    }
}
