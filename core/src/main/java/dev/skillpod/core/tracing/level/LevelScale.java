package dev.skillpod.core.tracing.level;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.Difficulties;
import java.util.List;

/**
 * How the probability of a correct answer and the level of a skill belong together:
 *
 * <pre>
 * log-odds of a correct answer = intercept of the skill + how much easier the item is than the skill's usual ones
 *                                + slope * (level - 50)
 * </pre>
 *
 * Immutable and thread-safe.
 *
 * @param slope log-odds per level, in (0, 1]
 * @param intercept log-odds of a learner of level 50 on a typical item of an unknown skill
 * @param skills the same by skill
 * @param information mean of p (1 - p) over the answers it was fitted to, in (0, 0.25]
 */
public record LevelScale(double slope, double intercept, List<Double> skills, double information) {
    /** The level that intercepts speak of. */
    static final double MIDDLE = 50;

    private static final double FARTHEST = 30;

    public LevelScale {
        skills = List.copyOf(skills);
        if (!(slope > 0 && slope <= 1)) {
            throw new IllegalArgumentException("slope must be in (0, 1], was " + slope);
        }
        check(intercept);
        skills.forEach(LevelScale::check);
        if (!(information > 0 && information <= 0.25)) {
            throw new IllegalArgumentException("information must be in (0, 0.25], was " + information);
        }
    }

    private static void check(double intercept) {
        if (!(Math.abs(intercept) <= FARTHEST)) {
            throw new IllegalArgumentException("intercepts must be in [-30, 30], was " + intercept);
        }
    }

    /** Returns the log-odds of a learner of level 50 on a question; of several skills the mean counts. */
    double intercept(Question question, Difficulties difficulties) {
        double sum = 0;
        for (int k = 0; k < question.skillCount(); k++) {
            sum += intercept(question.skill(k));
        }
        double usual = question.skillCount() == 0 ? intercept : sum / question.skillCount();
        return usual + difficulties.easiness(question) - difficulties.skillEasiness(question);
    }

    /** Returns the level at which a typical item of a skill is answered correctly with some probability, in [0, 100]. */
    public double level(int skill, double probability) {
        double logit = Math.log(probability / (1 - probability));
        return Math.clamp(MIDDLE + (logit - intercept(skill)) / slope, 0, 100);
    }

    private double intercept(int skill) {
        return skill < skills.size() ? skills.get(skill) : intercept;
    }
}
