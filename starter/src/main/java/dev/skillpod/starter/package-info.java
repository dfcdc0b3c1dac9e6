/**
 * The starter world: a hand-written catalogue, and a generative model of a learning market with known truth.
 *
 * <p>A platform that starts today has no log to learn from, and a log from elsewhere never says what would have happened
 * otherwise. The starter world has both: {@link dev.skillpod.starter.StarterWorld} holds what a platform would see
 * (profiles, impressions with propensities, engagement, assessments, applications, demand), and {@link
 * dev.skillpod.starter.StarterTruth} what nobody sees (true mastery, true gains, true effects on hiring), so that a model
 * trained on the first can be judged by the second. Nothing here is real; every row is labelled {@code SYNTHETIC}.
 *
 * <p>The model, step by step: {@code CatalogArrays} (the catalogue as arrays), {@code DemandModel} (what the market asks
 * for), {@code HiddenMarket} (content quality, effects of skills on hiring), {@code LearnerPopulation} and {@code
 * SelfReport} (who learners are, and what they say they are), {@code LoggingPolicy} (what they are shown), {@code
 * EngagementModel} (what they do with it), {@code GainModel} (what they learn), {@code MarketActivity} and {@code JobMarket}
 * (how they fare when they apply), {@code PayModel} (what jobs pay), {@code LearnerSimulation} (one learner's time line). The equations are in
 * docs/models/starter-world.md.
 */
@NullMarked
package dev.skillpod.starter;

import org.jspecify.annotations.NullMarked;
