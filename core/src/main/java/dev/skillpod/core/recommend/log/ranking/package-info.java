/**
 * The second stage of recommending from a plain log: a short list by several scorers, put in order by trees.
 *
 * <p>The flow: a history → {@link dev.skillpod.core.recommend.log.ranking.Shortlist} (the first items of each scorer and of
 * their blend) → {@link dev.skillpod.core.recommend.log.ranking.RankingRows} (what every scorer says of an item, how the
 * item does in the log, how it stands to the newest items of the history) → the trees of a LambdaRank model →
 * {@link dev.skillpod.core.recommend.log.ranking.RankedScorer}.
 *
 * <p>The trees are fitted ({@link dev.skillpod.core.recommend.log.ranking.RankingTraining}) while the scorers know a part of
 * the log only, and used when they know all of it. So every column is free of scale: standard scores, differences, shares,
 * ranks. No column depends on the number of an item or user.
 *
 * <p>Time is either that of the log or, where there is none but an order, one that is derived from it
 * ({@link dev.skillpod.core.recommend.log.ranking.ItemTimeline}): in a catalogue that grows, what is usually taken late
 * also appeared late.
 */
@NullMarked
package dev.skillpod.core.recommend.log.ranking;

import org.jspecify.annotations.NullMarked;
