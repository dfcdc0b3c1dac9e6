package dev.skillpod.core.recommend.feature;

import static dev.skillpod.core.recommend.feature.RiseColumn.*;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.state.LearnerState;

/**
 * What contents promise one learner, skill by skill, and the rows from which the kept part is estimated. Thread-safe.
 */
public final class RiseRows {
    private static final double SQRT_2PI = Math.sqrt(2 * Math.PI);

    private final LearnerContext context;
    private final LearnerState state;

    /** Prepares the rows of one learner. */
    public RiseRows(LearnerContext context) {
        this.context = context;
        this.state = context.state();
    }

    /** Returns how many skills a content teaches. */
    public int skills(int content) {
        return state.index().content(content).skills().length;
    }

    /** Returns what a level of the content's {@code i}-th skill is worth to the learner, in (0, 1]. */
    public double worth(int content, int i) {
        return state.needs().worth(state.index().content(content).skills()[i]);
    }

    /** Returns the learner's level of the content's {@code i}-th skill. */
    public double level(int content, int i) {
        return state.levels().level()[state.index().content(content).skills()[i]];
    }

    /** Returns the variance of that level's error. */
    public double variance(int content, int i) {
        return state.levels().variance()[state.index().content(content).skills()[i]];
    }

    /**
     * Returns the levels of its {@code i}-th skill that a content promises: the expected distance from the learner's
     * uncertain level (normal) up to the level it leads to, times the skill's share.
     */
    public double promise(int content, int i) {
        var row = state.index().content(content);
        double sd = Math.max(1, Math.sqrt(variance(content, i)));
        double z = (row.levelTo() - level(content, i)) / sd;
        return row.weights()[i] * sd * (z * cumulative(z) + Math.exp(-z * z / 2) / SQRT_2PI);
    }

    /** The logistic approximation of the normal distribution function, right to 0.01. */
    private static double cumulative(double z) {
        return 1 / (1 + Math.exp(-1.702 * z));
    }

    /** Returns how much more than expected learners gained from a content so far; 1 is as expected. */
    public double efficiency(int content) {
        return context.statistics().efficiency()[content];
    }

    /** Writes the row of a content's {@code i}-th skill. */
    public void extract(int content, int i, double[] out, int at) {
        var row = state.index().content(content);
        var statistics = context.statistics();
        int skill = row.skills()[i];
        double level = level(content, i);
        out[at + WEIGHT.ordinal()] = row.weights()[i];
        out[at + LEVEL.ordinal()] = level;
        out[at + LEVEL_SD.ordinal()] = Math.sqrt(variance(content, i));
        out[at + ABOVE_START.ordinal()] = level - row.levelFrom();
        out[at + ROOM.ordinal()] = row.levelTo() - level;
        out[at + READINESS.ordinal()] = state.readiness(skill);
        out[at + PREREQUISITES_FINISHED.ordinal()] = state.prerequisitesFinished(content);
        out[at + DURATION.ordinal()] = Math.log(row.minutes());
        out[at + TYPE.ordinal()] = row.type();
        out[at + RATING.ordinal()] = statistics.rating()[content];
        out[at + COMPLETION_RATE.ordinal()] = statistics.completionRate()[content];
        out[at + OWN_EFFICIENCY.ordinal()] = state.levels().efficiency();
    }
}
