package dev.skillpod.core.tracing.level;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.Difficulties;
import dev.skillpod.core.tracing.ability.Expectation;

/**
 * Moves believed levels by answers: the level after an answer is the most probable one, given a normal belief before it and the
 * {@link LevelScale}. Immutable and thread-safe.
 *
 * <p>By construction a correct answer never lowers a level, a wrong one never raises it, and of two levels before an answer the
 * higher one stays the higher one. Each skill of an item takes its share of the evidence on its own, as if the others were as high, so
 * that what is believed of one skill never lowers another.
 */
public final class AnswerLevels {
    private static final int HALVINGS = 40;

    private final LevelScale scale;
    private final Difficulties difficulties;

    /** Reads answers on a scale. */
    public AnswerLevels(LevelScale scale, Difficulties difficulties) {
        this.scale = scale;
        this.difficulties = difficulties;
    }

    /** Returns the scale. */
    public LevelScale scale() {
        return scale;
    }

    /**
     * Returns the level of any of a question's skills after an answer.
     *
     * @param level what was believed before, in [0, 100]
     * @param variance of that belief, in squared levels, at least 0
     * @return in [0, 100]
     */
    public double after(double level, double variance, Question question, boolean correct) {
        double intercept = scale.intercept(question, difficulties);
        double reach = variance * scale.slope() / Math.max(1, question.skillCount());
        double low = correct ? level : level - reach;
        double high = correct ? level + reach : level;
        // Newton's steps may swing from end to end of the logistic curve; halving is as sure as it is quick.
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (middle - level > reach * ((correct ? 1 : 0) - probability(intercept, middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double at = (low + high) / 2;
        double most = correct ? Math.max(level, at) : Math.min(level, at);
        return Math.clamp(most, 0, 100);
    }

    /** Returns the variance of the belief after an answer that found the learner at {@code level}. */
    public double variance(double level, double variance, Question question) {
        double p = probability(scale.intercept(question, difficulties), level);
        return shrunk(variance, p * (1 - p), question);
    }

    /** Returns the variance of the belief after an answer, whatever the level: by the usual information of an answer. */
    public double variance(double variance, Question question) {
        return shrunk(variance, scale.information(), question);
    }

    private double shrunk(double variance, double information, Question question) {
        double slope = scale.slope() / Math.max(1, question.skillCount());
        return variance / (1 + variance * slope * slope * information);
    }

    private double probability(double intercept, double level) {
        return Expectation.logistic(intercept + scale.slope() * (level - LevelScale.MIDDLE));
    }
}
