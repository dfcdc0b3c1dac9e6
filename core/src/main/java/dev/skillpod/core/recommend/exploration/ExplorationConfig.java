package dev.skillpod.core.recommend.exploration;

/**
 * How much is left to chance, and where.
 *
 * @param share probability with which exploring begins at each of the places open to it, in [0, 0.5]; 0 turns it off
 * @param placeShare the part of a list that is open to it, from the end, in (0, 1]; rounded down, so that lists of three are
 *     never touched with the default 0.3
 * @param depth contents below the list that can be drawn, in [1, 1000]
 * @param temperature a content that scores this much lower is drawn e times less often, in (0, 10]
 */
public record ExplorationConfig(double share, double placeShare, int depth, double temperature) {
    public ExplorationConfig {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException("share must be in [0, 0.5], was " + share);
        }
        if (!(placeShare > 0 && placeShare <= 1)) {
            throw new IllegalArgumentException("placeShare must be in (0, 1], was " + placeShare);
        }
        if (depth < 1 || depth > 1000) {
            throw new IllegalArgumentException("depth must be in [1, 1000], was " + depth);
        }
        if (!(temperature > 0 && temperature <= 10)) {
            throw new IllegalArgumentException("temperature must be in (0, 10], was " + temperature);
        }
    }

    /** Returns the configuration that shows nothing by chance. */
    public static ExplorationConfig off() {
        return defaults(0);
    }

    /** Returns the configuration of docs/models/recommender.md with another share. */
    public static ExplorationConfig defaults(double share) {
        return new ExplorationConfig(share, 0.3, 30, 0.1);
    }

    /** Returns how many places at the end of a list are open to exploring. */
    public int places(int length) {
        return share == 0 ? 0 : (int) (placeShare * length);
    }

    /** Returns the name of the policy that is logged with each list; it holds everything its probabilities depend on. */
    public String policy() {
        return share == 0
                ? "ranked"
                : "tail-1:share=" + share + ",places=" + placeShare + ",depth=" + depth + ",temperature=" + temperature;
    }
}
