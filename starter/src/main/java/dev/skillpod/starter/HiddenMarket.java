package dev.skillpod.starter;

import dev.skillpod.core.model.TrainingRun;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What no learner and no platform sees of contents, skills and roles: quality, past popularity, effects on hiring. */
final class HiddenMarket {
    /** Deviation of the logarithm of a content's quality; qualities are cut to [0.4, 2.2]. */
    private static final double QUALITY_DEVIATION = 0.35;

    /** Quality of a content, around 1, and its logarithm. */
    final double[] quality;

    final double[] logQuality;

    /** How often a content was asked for before the window, relative to the others; the logging policy knows it. */
    final double[] popularity;

    /** How much of the full step from level to levelTo a content of this length can make, in (0, 1]. */
    final double[] depth;

    /** How much the market asks for a skill, as a rank in [0, 1], and for what a content teaches. */
    final double[] skillMarket;

    final double[] contentMarket;

    /** What a level of a skill adds to the logit of being hired, per 20 points. */
    final double[] hireEffect;

    /** Share of learners and jobs that a role draws, not normalised. */
    final double[] roleShare;

    HiddenMarket(CatalogArrays arrays, double[] recentPostings, TrainingRun run) {
        skillMarket = ranks(recentPostings);
        hireEffect = new double[arrays.skills];
        RandomGenerator effects = run.random("starter.hire-effects");
        for (int s = 0; s < arrays.skills; s++) {
            hireEffect[s] = Math.exp(effects.nextGaussian(-1.1, 0.7)) * (0.6 + 0.8 * skillMarket[s]);
        }
        quality = new double[arrays.contents];
        logQuality = new double[arrays.contents];
        popularity = new double[arrays.contents];
        depth = new double[arrays.contents];
        contentMarket = new double[arrays.contents];
        RandomGenerator qualities = run.random("starter.content-quality");
        for (int c = 0; c < arrays.contents; c++) {
            double q = Math.exp(qualities.nextGaussian(0, QUALITY_DEVIATION));
            quality[c] = Math.clamp(q, 0.4, 2.2);
            logQuality[c] = Math.log(quality[c]);
            for (int j = 0; j < arrays.contentSkills[c].length; j++) {
                contentMarket[c] += arrays.contentWeights[c][j] * skillMarket[arrays.contentSkills[c][j]];
            }
            popularity[c] =
                    Math.exp(qualities.nextGaussian(0, 0.8) + 0.6 * logQuality[c] + 1.2 * (contentMarket[c] - 0.5));
            depth[c] = 0.15 + 0.85 * (1 - Math.exp(-arrays.minutes[c] / 240));
        }
        roleShare = new double[arrays.roles];
        RandomGenerator shares = run.random("starter.role-share");
        for (int r = 0; r < arrays.roles; r++) {
            roleShare[r] = Math.exp(shares.nextGaussian(0, 0.5));
        }
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int rank = Arrays.binarySearch(sorted, values[i]);
            ranks[i] = values.length == 1 ? 0.5 : rank / (double) (values.length - 1);
        }
        return ranks;
    }
}
