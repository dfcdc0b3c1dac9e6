/**
 * The learning flow: from the log to a trained recommender. {@link
 * dev.skillpod.core.recommend.training.RecommenderTrainer} goes through it in order: statistics and demand through time,
 * ALS on what came before the ranking window, levels from first measurements ({@link
 * dev.skillpod.core.recommend.training.LevelFitting}), expected progress from measured rises ({@link
 * dev.skillpod.core.recommend.training.MeasuredRises}), one row per logged impression as of its list ({@link
 * dev.skillpod.core.recommend.training.ImpressionRows}), position bias, the relevance ensemble, the LambdaRank ranker graded
 * by doubly robust values, calibration and measures on later lists, and ALS once more on everything.
 */
@NullMarked
package dev.skillpod.core.recommend.training;

import org.jspecify.annotations.NullMarked;
