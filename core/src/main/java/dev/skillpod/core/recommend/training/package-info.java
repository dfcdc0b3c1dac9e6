/**
 * The learning flow: from the log to a trained recommender. {@link
 * dev.skillpod.core.recommend.training.RecommenderTrainer} goes through it in order: statistics and demand through time,
 * ALS on what came before the ranking window, one row per logged impression as of its list ({@link
 * dev.skillpod.core.recommend.training.ImpressionRows}), position bias, the LambdaRank ranker, the relevance ensemble and its
 * calibration on later lists, and ALS once more on everything.
 */
@NullMarked
package dev.skillpod.core.recommend.training;

import org.jspecify.annotations.NullMarked;
