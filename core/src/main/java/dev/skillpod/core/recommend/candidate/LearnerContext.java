package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;

/**
 * One request's view: the learner, the learner's place in the collaborative space, and what was known of contents and
 * market at the same instant. Generators and features look at nothing else.
 *
 * @param state the learner
 * @param taste the learner in the collaborative space
 * @param together what goes with the contents the learner engaged with
 * @param next what learners took next after them
 * @param statistics how contents did with everybody before that instant
 * @param demand what the market asked for before that instant
 */
public record LearnerContext(
        LearnerState state,
        Taste taste,
        Taste together,
        Taste next,
        ContentStatistics statistics,
        MarketDemand demand) {}
