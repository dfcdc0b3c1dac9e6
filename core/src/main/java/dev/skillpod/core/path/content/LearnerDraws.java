package dev.skillpod.core.path.content;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Learners that the one in question may be: what each can do, how well each learns, and how well each takes to each content.
 * Paths are compared on the same draws (common random numbers), so that their differences are not chance. The same seed gives the
 * same draws, in whatever order they are asked for. Not thread-safe: draws are made when they are first asked for.
 *
 * <p>Levels are normal around the believed level, cut to [0, 100] and scaled so that their mean is the believed level; the errors
 * of a learner's claims have a part in common. Efficiencies are log-normal around 1.
 */
final class LearnerDraws {
    /** Spread of how well one learner takes to one content, as the deviation of a logarithm; an assumption. */
    private static final double CONTENT_SD = 0.3;

    private final LearnerState state;
    private final LevelSpread spread;
    private final TrainingRun streams;
    private final double commonSd;
    private final double[] efficiency;
    private final double[] claimError;
    private final Map<Integer, double[]> levels = new HashMap<>();
    private final Map<Integer, double[]> shares = new HashMap<>();

    LearnerDraws(LearnerState state, LevelSpread spread, PathCalibration calibration, long seed, int count) {
        this.state = state;
        this.commonSd = calibration.commonSd();
        this.spread = spread;
        this.streams = TrainingRun.of(seed, 1);
        this.efficiency = multipliers(streams.random("path.efficiency"), calibration.learnerSd(), count);
        this.claimError = normals(streams.random("path.claims"), count);
    }

    /** Returns the number of learners drawn. */
    int count() {
        return efficiency.length;
    }

    /** Returns each learner's level of a skill at the start; not to be written to. */
    double[] levels(int skill) {
        return levels.computeIfAbsent(skill, this::draw);
    }

    /** Returns, for each learner, the rise by a content as a multiple of what is expected; not to be written to. */
    double[] multiples(int content) {
        return shares.computeIfAbsent(content, c -> {
            double[] drawn = multipliers(streams.random("path.content", c), CONTENT_SD, count());
            for (int p = 0; p < drawn.length; p++) {
                drawn[p] *= efficiency[p];
            }
            return drawn;
        });
    }

    private double[] draw(int skill) {
        double mean = Math.clamp(state.levels().level()[skill], 0, 100);
        double variance = state.levels().variance()[skill];
        boolean claim = state.levels().known()[skill] && variance >= 0.9 * spread.claimed() * spread.claimed();
        double common = Math.min(Math.max(claim ? spread.shared() : 0, commonSd), Math.sqrt(variance));
        double own = Math.sqrt(Math.max(0, variance - common * common));
        double[] drawn = normals(streams.random("path.level", skill), count());
        for (int p = 0; p < drawn.length; p++) {
            drawn[p] = Math.clamp(mean + common * claimError[p] + own * drawn[p], 0, 100);
        }
        centre(drawn, mean);
        return drawn;
    }

    /** Scales levels towards 0 or 100 so that their mean is {@code mean}; none leaves [0, 100]. */
    private static void centre(double[] levels, double mean) {
        double now = Arrays.stream(levels).average().orElse(mean);
        if (now > mean) {
            scale(levels, 0, mean / now);
        } else if (now < mean) {
            scale(levels, 100, (100 - mean) / (100 - now));
        }
    }

    private static void scale(double[] levels, double towards, double factor) {
        for (int p = 0; p < levels.length; p++) {
            levels[p] = towards + (levels[p] - towards) * factor;
        }
    }

    /** Draws standard normals in pairs of opposite sign, so that their mean is 0. */
    private static double[] normals(RandomGenerator random, int count) {
        var drawn = new double[count];
        for (int p = 0; p + 1 < count; p += 2) {
            drawn[p] = random.nextGaussian();
            drawn[p + 1] = -drawn[p];
        }
        for (int p = count - 1; p > 0; p--) {
            int other = random.nextInt(p + 1);
            double swapped = drawn[p];
            drawn[p] = drawn[other];
            drawn[other] = swapped;
        }
        return drawn;
    }

    /** Draws log-normal multipliers and scales them so that their mean is 1. */
    private static double[] multipliers(RandomGenerator random, double sd, int count) {
        double[] drawn =
                Arrays.stream(normals(random, count)).map(z -> Math.exp(sd * z)).toArray();
        double mean = Arrays.stream(drawn).average().orElse(1);
        return IntStream.range(0, count).mapToDouble(p -> drawn[p] / mean).toArray();
    }
}
