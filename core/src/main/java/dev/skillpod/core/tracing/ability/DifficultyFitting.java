package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import java.util.Arrays;

/**
 * Fits how easy items are: each pass filters every learner with the easiness so far and then takes one Newton step per item
 * on the log-likelihood of the filter's forecasts, with a normal prior around the item's skills; skills are the weighted means
 * of their items. Nothing is drawn at random, and the passes are sequential.
 */
final class DifficultyFitting {
    /** Newton steps are shortened a little, since abilities move with the items. */
    private static final double DAMPING = 0.9;
    /** Answers at the overall rate that every skill starts with. */
    private static final double PSEUDO_ANSWERS = 10;
    /** An item's estimate counts for its skill within these bounds. */
    private static final double FARTHEST = 6;

    private static final double LEAST_INFORMATION = 1e-3;

    private final ResponseLog log;
    private final int[] learners;
    private final AbilityConfig config;
    private final int[] itemCounts;
    private final int[] skillCounts;
    private final Question[] exemplars;
    private double overall;

    DifficultyFitting(ResponseLog log, int[] learners, AbilityConfig config) {
        this.log = log;
        this.learners = learners;
        this.config = config;
        itemCounts = new int[log.items()];
        skillCounts = new int[log.skills()];
        exemplars = new Question[log.items()];
    }

    Difficulties fit(Forgetting forgetting) {
        double[] skills = startingSkills();
        var start = new Difficulties(overall, skills, new double[0], skillCounts, new int[0]);
        var items = new double[log.items()];
        Arrays.setAll(items, i -> itemCounts[i] > 0 ? start.skillEasiness(exemplars[i]) : overall);
        for (int pass = 0; pass < config.passes(); pass++) {
            step(items, skills, forgetting);
        }
        return new Difficulties(overall, skills, items, skillCounts, itemCounts);
    }

    private double[] startingSkills() {
        var right = new double[log.skills()];
        double correct = 0;
        double count = 0;
        for (int learner : learners) {
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Question question = log.question(row);
                int answer = log.correct(row) ? 1 : 0;
                itemCounts[question.item()]++;
                exemplars[question.item()] = question;
                for (int k = 0; k < question.skillCount(); k++) {
                    skillCounts[question.skill(k)]++;
                    right[question.skill(k)] += answer;
                }
                correct += answer;
                count++;
            }
        }
        double rate = (correct + 1) / (count + 2);
        overall = logit(rate);
        Arrays.setAll(right, s -> logit((right[s] + PSEUDO_ANSWERS * rate) / (skillCounts[s] + PSEUDO_ANSWERS)));
        return right;
    }

    private static double logit(double rate) {
        return Math.log(rate / (1 - rate));
    }

    private void step(double[] items, double[] skills, Forgetting forgetting) {
        var model = new AbilityModel(
                config, new Difficulties(overall, skills, items, skillCounts, itemCounts), forgetting, log.timed());
        var gradients = new double[items.length];
        var information = new double[items.length];
        for (int learner : learners) {
            AbilityState state = model.newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Question question = log.question(row);
                Expectation expected = state.expect(question);
                double p = expected.probability();
                gradients[question.item()] += (log.correct(row) ? 1 : 0) - p;
                information[question.item()] += p * (1 - p) * expected.shrinkage();
                state.answer(question, log.correct(row));
            }
        }
        var sums = new double[skills.length];
        var weights = new double[skills.length];
        double prior = 1 / config.itemVariance();
        for (int i = 0; i < items.length; i++) {
            if (itemCounts[i] == 0) {
                continue;
            }
            double centre = model.difficulties().skillEasiness(exemplars[i]);
            double precision = information[i] + prior;
            items[i] += DAMPING * (gradients[i] - (items[i] - centre) * prior) / precision;
            double known = information[i] + LEAST_INFORMATION;
            double estimate = Math.clamp(centre + (items[i] - centre) * precision / known, -FARTHEST, FARTHEST);
            double weight = 1 / (config.itemVariance() + 1 / known);
            int count = exemplars[i].skillCount();
            for (int k = 0; k < count; k++) {
                int skill = exemplars[i].skill(k);
                sums[skill] += weight / count * (estimate - centre + skills[skill]);
                weights[skill] += weight / count;
            }
        }
        Arrays.setAll(skills, s -> (sums[s] + overall) / (weights[s] + 1));
    }
}
