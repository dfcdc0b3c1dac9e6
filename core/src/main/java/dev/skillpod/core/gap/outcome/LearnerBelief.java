package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.math.Normal;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.util.Arrays;

/**
 * What is believed of one learner at one moment: a joint normal distribution of the drive z, the error that all claims of the
 * learner share, and the levels of the skills that anything was heard of.
 *
 * <p>Measurements and finished contents move levels as in a Kalman filter; the answer to an application moves everything that
 * could explain it, by the mode and curvature of its likelihood along the logit (assumed density filtering: Maybeck 1982;
 * for ratings of players, Glickman 1999). So whoever is turned down more often than the levels let expect is believed to
 * have less drive, and lower levels where these are uncertain. One thread at a time.
 */
final class LearnerBelief {
    private static final double LESSON_SD = 5;
    private static final int DRIVE = 0;
    private static final int CLAIMED = 1;
    private static final int UNCLAIMED = 2;
    private static final int NEWTON_STEPS = 6;

    private final float[] prior;
    private final boolean[] claimed;
    private final LevelSpread spread;
    private final LevelErrors errors;
    private final int[] slotOf;
    private double[] mean = new double[16];
    private double[][] covariance = new double[16][16];
    private int size = 3;

    /**
     * Begins with what the profile lets expect.
     *
     * @param prior expected level per skill of the catalogue
     * @param claimed whether the learner claimed the skill
     */
    LearnerBelief(float[] prior, boolean[] claimed, LevelSpread spread, LevelErrors errors) {
        this.errors = errors;
        this.prior = prior;
        this.claimed = claimed;
        this.spread = spread;
        this.slotOf = new int[prior.length];
        covariance[DRIVE][DRIVE] = 1;
        covariance[CLAIMED][CLAIMED] = errors.claimedShared() * errors.claimedShared();
        covariance[UNCLAIMED][UNCLAIMED] = errors.unclaimedShared() * errors.unclaimedShared();
    }

    /** Returns the expected level of a skill, in [0, 100]. */
    double level(int skill) {
        int slot = slotOf[skill];
        double level = (slot == 0 ? prior[skill] : mean[slot]) + mean[shared(skill)];
        return Math.clamp(level, 0, 100);
    }

    /** Returns the variance of the level of a skill. */
    double variance(int skill) {
        int slot = slot(skill);
        double variance = covariance[slot][slot];
        int shared = shared(skill);
        return variance + covariance[shared][shared] + 2 * covariance[slot][shared];
    }

    /** Returns the expected drive, in standard deviations. */
    double drive() {
        return mean[DRIVE];
    }

    /** Returns the variance of the drive, at most 1. */
    double driveVariance() {
        return covariance[DRIVE][DRIVE];
    }

    /** A content was finished: its skills rise by the part of its promise that is usually kept. */
    void finish(CatalogIndex.ContentRow content) {
        for (int i = 0; i < content.skills().length; i++) {
            int s = content.skills()[i];
            int slot = slot(s);
            mean[slot] += spread.keptShare() * content.weights()[i] * Math.max(0, content.levelTo() - level(s));
            covariance[slot][slot] += LESSON_SD * LESSON_SD;
        }
    }

    /** A level was measured. */
    void measure(int skill, double score) {
        double[] along = new double[slot(skill) + 1];
        along[slot(skill)] = 1;
        along[shared(skill)] = 1;
        double[] gain = times(along);
        double variance = dot(along, gain);
        double noise = spread.measurement() * spread.measurement();
        double surprise = score - mean[slot(skill)] - mean[shared(skill)];
        move(gain, surprise / (variance + noise), 1 / (variance + noise));
    }

    /** Returns the logit of being hired. */
    Logit logit(AskedLevels asked, SuccessWeights weights) {
        double[] along = along(asked, weights);
        return new Logit(mean(asked, weights), Math.max(0, dot(along, times(along))));
    }

    /** An application was answered. */
    void answer(AskedLevels asked, Stage stage, SuccessWeights weights) {
        double[] along = along(asked, weights);
        double[] gain = times(along);
        double variance = dot(along, gain);
        if (variance < 1e-9) {
            return;
        }
        double before = mean(asked, weights);
        double lower = weights.lowerCut(stage);
        double upper = weights.upperCut(stage);
        double eta = before;
        double curvature = 0;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double above = Logit.sigmoid(eta - lower);
            double below = Logit.sigmoid(eta - upper);
            curvature = above * (1 - above) + below * (1 - below);
            double slope = 1 - above - below - (eta - before) / variance;
            eta += slope / (curvature + 1 / variance);
        }
        double after = 1 / (curvature + 1 / variance);
        move(gain, (eta - before) / variance, (variance - after) / (variance * variance));
    }

    /** A learner who looked at a job applied, or did not. */
    void visit(AskedLevels asked, boolean applied, ApplyWeights weights) {
        double eta = weights.intercept() + weights.shortfall() * shortfall(asked);
        double[] along = alongShortfall(asked, weights);
        double[] gain = times(along);
        double variance = dot(along, gain);
        if (variance < 1e-9) {
            return;
        }
        double before = eta;
        double curvature = 0;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double p = Logit.sigmoid(eta);
            curvature = p * (1 - p);
            double slope = (applied ? 1 - p : -p) - (eta - before) / variance;
            eta += slope / (curvature + 1 / variance);
        }
        double after = 1 / (curvature + 1 / variance);
        move(gain, (eta - before) / variance, (variance - after) / (variance * variance));
    }

    /** Returns the expected mean margin to what is asked, margins above 0 counting as 0. */
    double shortfall(AskedLevels asked) {
        double sum = 0;
        for (int i = 0; i < asked.skills().length; i++) {
            double margin = level(asked.skills()[i]) - asked.levels()[i];
            double sd = deviation(asked.skills()[i]);
            double density = Math.exp(-0.5 * margin * margin / (sd * sd)) / Math.sqrt(2 * Math.PI);
            sum += margin * Normal.cumulative(-margin / sd) - sd * density;
        }
        return sum / SuccessWeights.POINTS / Math.max(1, asked.skills().length);
    }

    /** Returns the variance that the errors of levels give to {@code weights.shortfall() * shortfall(asked)}. */
    double shortfallVariance(AskedLevels asked, ApplyWeights weights) {
        double[] along = alongShortfall(asked, weights);
        return Math.max(0, dot(along, times(along)));
    }

    private double[] alongShortfall(AskedLevels asked, ApplyWeights weights) {
        int most = UNCLAIMED;
        for (int s : asked.skills()) {
            most = Math.max(most, slot(s));
        }
        var along = new double[most + 1];
        for (int i = 0; i < asked.skills().length; i++) {
            int s = asked.skills()[i];
            double sd = deviation(s);
            double perLevel = weights.shortfall()
                    / asked.skills().length
                    / SuccessWeights.POINTS
                    * Normal.cumulative((asked.levels()[i] - level(s)) / sd);
            along[slot(s)] += perLevel;
            along[shared(s)] += perLevel;
        }
        return along;
    }

    /** Returns the expected margin of a skill to a level asked for. */
    double margin(int skill, double asked, Saturation saturation) {
        double points = SuccessWeights.POINTS;
        return saturation.expected((level(skill) - asked) / points, deviation(skill) / points);
    }

    /** Returns how probable it is that more of a skill still helps, and less hurts. */
    double inside(int skill, double asked, Saturation saturation) {
        double points = SuccessWeights.POINTS;
        return saturation.inside((level(skill) - asked) / points, deviation(skill) / points);
    }

    private double deviation(int skill) {
        return Math.sqrt(Math.max(1, variance(skill)));
    }

    private double mean(AskedLevels asked, SuccessWeights weights) {
        double eta = weights.intercept() + weights.drive() * mean[DRIVE];
        for (int i = 0; i < asked.skills().length; i++) {
            int s = asked.skills()[i];
            eta += weights.effect()[s] * margin(s, asked.levels()[i], weights.saturation());
        }
        return eta;
    }

    private double[] along(AskedLevels asked, SuccessWeights weights) {
        int most = UNCLAIMED;
        for (int s : asked.skills()) {
            most = Math.max(most, slot(s));
        }
        var along = new double[most + 1];
        along[DRIVE] = weights.drive();
        for (int i = 0; i < asked.skills().length; i++) {
            int s = asked.skills()[i];
            double perLevel =
                    weights.effect()[s] / SuccessWeights.POINTS * inside(s, asked.levels()[i], weights.saturation());
            along[slot(s)] += perLevel;
            along[shared(s)] += perLevel;
        }
        return along;
    }

    /** Returns the covariance times a vector whose missing tail is zero. */
    private double[] times(double[] along) {
        var product = new double[size];
        for (int j = 0; j < along.length; j++) {
            if (along[j] != 0) {
                for (int i = 0; i < size; i++) {
                    product[i] += covariance[i][j] * along[j];
                }
            }
        }
        return product;
    }

    private void move(double[] gain, double step, double shrink) {
        for (int i = 0; i < size; i++) {
            mean[i] += gain[i] * step;
            double factor = gain[i] * shrink;
            for (int j = 0; j < size; j++) {
                covariance[i][j] -= factor * gain[j];
            }
        }
    }

    private int shared(int skill) {
        return claimed[skill] ? CLAIMED : UNCLAIMED;
    }

    private int slot(int skill) {
        if (slotOf[skill] == 0) {
            if (size == mean.length) {
                mean = Arrays.copyOf(mean, 2 * size);
                covariance = Arrays.copyOf(covariance, 2 * size);
                for (int i = 0; i < 2 * size; i++) {
                    covariance[i] = i < size ? Arrays.copyOf(covariance[i], 2 * size) : new double[2 * size];
                }
            }
            double own = claimed[skill] ? errors.claimed() : errors.unclaimed();
            mean[size] = prior[skill];
            covariance[size][size] = own * own;
            slotOf[skill] = size++;
        }
        return slotOf[skill];
    }

    private static double dot(double[] shorter, double[] longer) {
        double sum = 0;
        for (int i = 0; i < shorter.length; i++) {
            sum += shorter[i] * longer[i];
        }
        return sum;
    }
}
