package dev.skillpod.core.gap.effect;

import dev.skillpod.core.gap.outcome.ApplicationRow;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates what a skill does for an application, adjusted for what else differs between those who have it and those who do
 * not.
 *
 * <p>For each skill, over the applications to jobs that ask for it, the average effect is estimated by a Neyman-orthogonal one-step
 * correction (Chernozhukov et al. 2018, "Double/debiased machine learning"; for average derivatives, Newey and Stoker 1993):
 * the outcome model's own derivative, plus the mean of its errors weighted by the Riesz representer, which for a normal
 * {@link Propensity} is the surprise of the margin over its variance. Both nuisances are fitted on other learners than those
 * they are applied to. Errors are those of sums over learners. The estimates of all skills are then drawn to what skills
 * usually do, by empirical Bayes, and intervals hold the error of both.
 */
public final class EffectFitting {
    private static final int FOLDS = 5;
    private static final int LEAST = 25;
    private static final int ROUNDS = 200;

    private final List<ApplicationRow> rows;
    private final int skills;

    /**
     * Prepares the estimation.
     *
     * @param rows every answered application, with what was known when it was sent
     * @param skills number of skills of the catalogue
     */
    public EffectFitting(List<ApplicationRow> rows, int skills) {
        this.rows = rows;
        this.skills = skills;
    }

    /** The debiased effect of a skill on the logit, and its standard error. */
    private record Debiased(double effect, double error) {}

    /**
     * Estimates all effects.
     *
     * @param start coefficients of the outcome model per skill
     * @param intercept its intercept
     * @param mean what effects are drawn to in the nuisance
     * @param sd by how much they vary there
     */
    public SkillEffects fit(double[] start, double intercept, double mean, double sd) {
        var nuisances = new OutcomeNuisance[FOLDS];
        double[] from = Arrays.copyOf(start, skills + 1);
        from[skills] = intercept;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            nuisances[fold] =
                    OutcomeNuisance.fit(rows, row -> row.learner() % FOLDS != left, from, mean, Math.max(0.05, sd));
        }
        double[][] steps = steps(nuisances);
        List<SkillRows> bySkill = SkillRows.of(rows, skills);
        var debiased = new Debiased[skills];
        for (int s = 0; s < skills; s++) {
            debiased[s] = bySkill.get(s).size() < LEAST ? null : debias(s, steps, nuisances);
        }
        return shrink(bySkill, debiased, mean, sd);
    }

    /** Returns per skill the mean correction, and its standard error from sums over learners. */
    private double[][] steps(OutcomeNuisance[] nuisances) {
        var representers = new RieszRepresenter[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            representers[fold] =
                    RieszRepresenter.fit(rows, row -> row.learner() % FOLDS != left, nuisances[fold], skills);
        }
        int n = rows.size();
        var mean = new double[skills];
        var squares = new double[skills];
        var learner = new double[skills];
        for (int i = 0; i < n; i++) {
            ApplicationRow row = rows.get(i);
            int fold = row.learner() % FOLDS;
            double error = row.flattening() * ((row.hired() ? 1 : 0) - nuisances[fold].probability(row));
            double[] weights = representers[fold].weights(row);
            boolean last = i == n - 1 || rows.get(i + 1).learner() != row.learner();
            for (int s = 0; s < skills; s++) {
                double influence = weights[s] * error / n;
                mean[s] += influence;
                learner[s] += influence;
                if (last) {
                    squares[s] += learner[s] * learner[s];
                    learner[s] = 0;
                }
            }
        }
        return new double[][] {mean, Arrays.stream(squares).map(Math::sqrt).toArray()};
    }

    private Debiased debias(int skill, double[][] steps, OutcomeNuisance[] nuisances) {
        double effect = 0;
        for (ApplicationRow row : rows) {
            effect += nuisances[row.learner() % FOLDS].coefficients()[skill] / rows.size();
        }
        return new Debiased(effect + steps[0][skill], steps[1][skill]);
    }

    /** Draws the estimates to their common mean by maximum likelihood of mean and spread, by expectation maximisation. */
    private SkillEffects shrink(List<SkillRows> bySkill, Debiased[] debiased, double startMean, double startSd) {
        double mean = startMean;
        double variance = startSd * startSd;
        double meanVariance = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double weights = 0;
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (Debiased d : debiased) {
                if (d != null) {
                    double weight = 1 / (variance + d.error() * d.error());
                    weights += weight;
                    sum += weight * d.effect();
                    double kept = variance * weight;
                    double posterior = mean + kept * (d.effect() - mean);
                    squares += Math.pow(posterior - mean, 2) + kept * d.error() * d.error();
                    count++;
                }
            }
            if (count < 2) {
                return SkillEffects.none(skills);
            }
            mean = sum / weights;
            meanVariance = 1 / weights;
            variance = Math.max(1e-4, squares / count);
        }
        var effect = new double[skills];
        var error = new double[skills];
        for (int s = 0; s < skills; s++) {
            Debiased d = debiased[s];
            if (d != null) {
                double drawn = d.error() * d.error() / (variance + d.error() * d.error());
                effect[s] = drawn * mean + (1 - drawn) * d.effect();
                error[s] = Math.sqrt((1 - drawn) * d.error() * d.error() + drawn * drawn * meanVariance);
            }
        }
        return averaged(bySkill, effect, error, mean, Math.sqrt(variance));
    }

    /** Averages what a unit of the logit does to the probability, under the estimated effects. */
    private SkillEffects averaged(
            List<SkillRows> bySkill, double[] effect, double[] error, double mean, double spread) {
        OutcomeNuisance outcome = OutcomeNuisance.of(rows, effect, error, mean);
        var derivative = new double[skills];
        var curvature = new double[skills];
        var base = new double[skills];
        var applications = new int[skills];
        var levels = new float[skills][];
        for (int s = 0; s < skills; s++) {
            SkillRows asking = bySkill.get(s);
            int n = asking.size();
            applications[s] = n;
            levels[s] = LevelQuantiles.of(asking);
            for (int i = 0; i < n; i++) {
                ApplicationRow row = asking.rows().get(i);
                double p = outcome.probability(row);
                double slope = row.flattening() * p * (1 - p) * asking.inside(i);
                derivative[s] += slope / n;
                curvature[s] += row.flattening() * slope * (1 - 2 * p) / n;
                base[s] += p / n;
            }
        }
        return new SkillEffects(effect, error, derivative, curvature, base, applications, levels, mean, spread);
    }
}
