package dev.skillpod.core.recommend.exploration;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Decides which of a list's last places show a content from below the list. Thread-safe.
 *
 * <p>Place by place, from the first that is open to the last: while nothing has been explored, exploring begins here with
 * probability {@code share}; otherwise the place keeps its content. Once it has begun, every further place draws too, each
 * among the contents that rank below the one drawn before, so that the list stays in the order of its scores. A draw takes
 * the content with score s with a probability in proportion to exp(s / temperature), among those that leave enough below
 * them for the places still to come.
 *
 * <p>So the probability of a content at a place, given what stands above it, is known: 1 before the open places, 1 - share
 * for a kept content, share or 1 times the probability of the draw for an explored one. That is the propensity.
 */
public final class ExplorationPolicy {
    private final ExplorationConfig config;

    /** Makes a policy. */
    public ExplorationPolicy(ExplorationConfig config) {
        this.config = config;
    }

    /** Returns the configuration. */
    public ExplorationConfig config() {
        return config;
    }

    /**
     * What was drawn for a list.
     *
     * @param kept how many of the list's own contents stay, from the top
     * @param drawn indexes into the tail of those that take the places behind, rising
     * @param propensities of each place, in (0, 1]: of its content there, given those above
     */
    public record Draw(int kept, int[] drawn, double[] propensities) {}

    /** Returns whether {@link #draw} will look at more of the tail than its length: mostly not, and it is dear to make. */
    public boolean explores(UUID list, int length) {
        return begin(new SplittableRandom(seed(list)), length) < length;
    }

    /**
     * Draws for one list.
     *
     * @param list its id: the same id draws the same
     * @param length contents that the list has by itself
     * @param tail scores of the contents below it, falling, none above the list's last. With fewer than the open places
     *     nothing is explored; when {@link #explores} says no, so many are enough
     */
    public Draw draw(UUID list, int length, double[] tail) {
        int places = config.places(length);
        var propensities = new double[length];
        Arrays.fill(propensities, 1);
        if (places == 0 || tail.length < places) {
            return new Draw(length, new int[0], propensities);
        }
        var random = new SplittableRandom(seed(list));
        int kept = begin(random, length);
        for (int place = length - places; place < kept; place++) {
            propensities[place] = 1 - config.share();
        }
        var drawn = new int[length - kept];
        int from = 0;
        for (int i = 0; i < drawn.length; i++) {
            double begins = i == 0 ? config.share() : 1;
            int to = tail.length - (drawn.length - 1 - i);
            double[] weights = weights(tail, from, to);
            int at = pick(weights, random.nextDouble());
            propensities[kept + i] = begins * weights[at];
            drawn[i] = from + at;
            from = drawn[i] + 1;
        }
        return new Draw(kept, drawn, propensities);
    }

    /** Returns the place where exploring begins, or {@code length}. */
    private int begin(SplittableRandom random, int length) {
        for (int place = length - config.places(length); place < length; place++) {
            if (random.nextDouble() < config.share()) {
                return place;
            }
        }
        return length;
    }

    private double[] weights(double[] tail, int from, int to) {
        var weights = new double[to - from];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp((tail[from + i] - tail[from]) / config.temperature());
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static int pick(double[] weights, double point) {
        double left = point;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return 0; // only when rounding left a remainder of the whole; the first is as likely as any
    }

    private static long seed(UUID list) {
        return list.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ list.getLeastSignificantBits();
    }
}
