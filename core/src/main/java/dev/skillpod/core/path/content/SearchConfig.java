package dev.skillpod.core.path.content;

/**
 * How much work a path is worth.
 *
 * @param searchDraws drawn learners that paths are compared on while searching, in [2, 1024]
 * @param reportDraws drawn learners that the finalists are judged and reported on, in [2, 4096]
 * @param rounds rounds of improvement, in [0, 10000]
 */
public record SearchConfig(int searchDraws, int reportDraws, int rounds) {
    public SearchConfig {
        inRange("searchDraws", searchDraws, 2, 1024);
        inRange("reportDraws", reportDraws, 2, 4096);
        inRange("rounds", rounds, 0, 10_000);
    }

    /** Returns what serving uses. */
    public static SearchConfig defaults() {
        return new SearchConfig(16, 256, 32);
    }

    private static void inRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
