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
        return row.weights()[i] * distance(row.levelTo(), level(content, i), variance(content, i));
    }

    /** Returns the expected distance from a normal level up to another, at least 0; deviations below 1 count as 1. */
    public static double distance(double to, double level, double variance) {
        double sd = Math.max(1, Math.sqrt(variance));
        double z = (to - level) / sd;
        return sd * (z * cumulative(z) + Math.exp(-z * z / 2) / SQRT_2PI);
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
        int skill = state.index().content(content).skills()[i];
        extract(
                content,
                i,
                new Moment(
                        level(content, i),
                        variance(content, i),
                        state.readiness(skill),
                        state.prerequisitesFinished(content)),
                out,
                at);
    }

    /**
     * What changes about a learner on the way.
     *
     * @param level of the skill
     * @param variance of that level's error
     * @param readiness mean share of the required level reached over the skill's prerequisites, in [0, 1]
     * @param prerequisitesFinished share of the content's prerequisite contents that are finished, in [0, 1]
     */
    public record Moment(double level, double variance, double readiness, double prerequisitesFinished) {}

    /** Writes the row of a content's {@code i}-th skill as it would be at another moment. */
    public void extract(int content, int i, Moment moment, double[] out, int at) {
        var row = state.index().content(content);
        var statistics = context.statistics();
        out[at + WEIGHT.ordinal()] = row.weights()[i];
        out[at + LEVEL.ordinal()] = moment.level;
        out[at + LEVEL_SD.ordinal()] = Math.sqrt(moment.variance);
        out[at + ABOVE_START.ordinal()] = moment.level - row.levelFrom();
        out[at + ROOM.ordinal()] = row.levelTo() - moment.level;
        out[at + READINESS.ordinal()] = moment.readiness;
        out[at + PREREQUISITES_FINISHED.ordinal()] = moment.prerequisitesFinished;
        out[at + DURATION.ordinal()] = Math.log(row.minutes());
        out[at + TYPE.ordinal()] = row.type();
        out[at + RATING.ordinal()] = statistics.rating()[content];
        out[at + COMPLETION_RATE.ordinal()] = statistics.completionRate()[content];
        out[at + OWN_EFFICIENCY.ordinal()] = state.levels().efficiency();
    }
}
