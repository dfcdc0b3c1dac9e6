package dev.skillpod.core.path.belief;

/**
 * How far a {@link BeliefSearch} looks.
 *
 * @param particles the most particles of a belief, in [8, 65536]
 * @param depth actions looked ahead before positions are valued, in [1, 10]
 * @param exactSteps with at most so many steps left all sequences are tried to the end, in [1, 10]
 * @param width actions that are looked into below the first look, best first, in [1, 1024]
 * @param margin actions whose first look is worse than the best by more than this are left out, above 0
 */
public record SearchConfig(int particles, int depth, int exactSteps, int width, double margin) {
    /** Refuses what is out of range. */
    public SearchConfig {
        check("particles", particles, 8, 65_536);
        check("depth", depth, 1, 10);
        check("exactSteps", exactSteps, 1, 10);
        check("width", width, 1, 1024);
        if (!(margin > 0)) {
            throw new IllegalArgumentException("margin must be above 0, was " + margin);
        }
    }

    private static void check(String name, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + greatest + "], was " + value);
        }
    }

    /** Returns the settings for serving. */
    public static SearchConfig defaults() {
        return new SearchConfig(384, 3, 6, 4, 0.05);
    }
}
