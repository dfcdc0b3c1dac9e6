package dev.skillpod.core.gap.effect;

import dev.skillpod.core.math.Normal;
import java.util.Arrays;

/**
 * What each skill does for applications, by index of the skill.
 *
 * @param effect what 20 levels add to the logit of being hired; 0 where nothing is known
 * @param error standard deviation of its error, with what drawing it to the mean leaves open; 0 where nothing is known
 * @param derivative mean change of the probability per unit of the logit, among those who applied
 * @param curvature mean second derivative likewise
 * @param base mean probability of being hired among them
 * @param applications answered applications to jobs that ask for it
 * @param levels quantiles of their believed levels; empty without any
 * @param mean what effects are drawn to
 * @param spread by how much effects vary
 */
public record SkillEffects(
        double[] effect,
        double[] error,
        double[] derivative,
        double[] curvature,
        double[] base,
        int[] applications,
        float[][] levels,
        double mean,
        double spread) {
    /** Two-sided 95 %. */
    private static final double Z = Normal.quantile(0.975);

    /** @throws IllegalArgumentException when the parts differ in length or are not finite */
    public SkillEffects {
        int n = effect == null ? -1 : effect.length;
        for (double[] part : new double[][] {effect, error, derivative, curvature, base}) {
            if (part == null || part.length != n || !Arrays.stream(part).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("effects must be of the same skills, and finite");
            }
        }
        if (applications == null || applications.length != n || levels == null || levels.length != n) {
            throw new IllegalArgumentException("applications and levels must be of " + n + " skills");
        }
        if (!Arrays.stream(error).allMatch(e -> e >= 0) || Arrays.asList(levels).contains(null)) {
            throw new IllegalArgumentException("errors must be at least 0, and levels be there");
        }
        if (!(Double.isFinite(mean) && Double.isFinite(spread))) {
            throw new IllegalArgumentException("mean and spread must be finite");
        }
    }

    /** Returns effects of which nothing is known. */
    public static SkillEffects none(int skills) {
        return new SkillEffects(
                new double[skills],
                new double[skills],
                new double[skills],
                new double[skills],
                new double[skills],
                new int[skills],
                new float[skills][0],
                0,
                0);
    }

    /** Returns whether anything is known of a skill. */
    public boolean known(int skill) {
        return error[skill] > 0;
    }

    /** Returns the lower end of the 95 % interval of an effect. */
    public double lower(int skill) {
        return effect[skill] - Z * error[skill];
    }

    /** Returns the upper end of the 95 % interval of an effect. */
    public double upper(int skill) {
        return effect[skill] + Z * error[skill];
    }

    /** Returns the mean change of the probability, among those who applied, when the logit changes, to second order. */
    public double change(int skill, double logit) {
        return derivative[skill] * logit + 0.5 * curvature[skill] * logit * logit;
    }

    /** Returns the share of those who applied to jobs that ask for a skill who had at least a level, in [0, 1]. */
    public double shareFrom(int skill, double level) {
        return LevelQuantiles.shareFrom(levels[skill], level);
    }

    SkillEffects reordered(int[] from) {
        return new SkillEffects(
                TrainedEffects.pick(effect, from),
                TrainedEffects.pick(error, from),
                TrainedEffects.pick(derivative, from),
                TrainedEffects.pick(curvature, from),
                TrainedEffects.pick(base, from),
                Arrays.stream(from).map(i -> i < 0 ? 0 : applications[i]).toArray(),
                Arrays.stream(from)
                        .mapToObj(i -> i < 0 ? new float[0] : levels[i])
                        .toArray(float[][]::new),
                mean,
                spread);
    }
}
