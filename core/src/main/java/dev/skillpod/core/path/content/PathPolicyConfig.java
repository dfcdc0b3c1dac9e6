package dev.skillpod.core.path.content;

/**
 * How a {@link PathPolicy} is trained.
 *
 * @param problems learners with a goal and limits that search plans for, to be imitated; in [8, 100000]
 * @param validation further ones that the result is judged on, in [4, 100000]
 * @param epochs times that the imitation goes through all of them, in [0, 1000]
 * @param imitationRate step size of the imitation, above 0
 * @param rounds rounds of policy gradient, in [0, 100000]
 * @param batch problems in a round, in [1, 1024]
 * @param samples paths drawn for each of them, in [2, 64]
 * @param gradientRate step size of the policy gradient, above 0
 */
public record PathPolicyConfig(
        int problems,
        int validation,
        int epochs,
        double imitationRate,
        int rounds,
        int batch,
        int samples,
        double gradientRate) {
    public PathPolicyConfig {
        inRange("problems", problems, 8, 100_000);
        inRange("validation", validation, 4, 100_000);
        inRange("epochs", epochs, 0, 1000);
        inRange("rounds", rounds, 0, 100_000);
        inRange("batch", batch, 1, 1024);
        inRange("samples", samples, 2, 64);
        if (!(imitationRate > 0 && gradientRate > 0)) {
            throw new IllegalArgumentException("rates must be above 0, were " + imitationRate + " and " + gradientRate);
        }
    }

    /** Returns what the service trains with. */
    public static PathPolicyConfig defaults() {
        return new PathPolicyConfig(200, 60, 12, 3e-3, 160, 16, 6, 3e-3);
    }

    private static void inRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
