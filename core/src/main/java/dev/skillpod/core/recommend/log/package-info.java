/**
 * Recommending from a plain interaction log: who took which item, in which order, and nothing else.
 *
 * <p>The flow: an {@link dev.skillpod.core.recommend.log.InteractionLog} → a
 * {@link dev.skillpod.core.recommend.log.HistoryTrainer} → a {@link dev.skillpod.core.recommend.log.HistoryScorer}, which
 * scores every item for any history, also of users who came after the training. The algorithms live in
 * {@code candidate.als}, {@code candidate.ease}, {@code candidate.itemknn} and {@code candidate.transition}; popularity is
 * here. {@link dev.skillpod.core.recommend.log.selection} chooses hyperparameters and blends by validation inside the log;
 * {@link dev.skillpod.core.recommend.log.ranking} puts the first items in order by trees.
 */
@NullMarked
package dev.skillpod.core.recommend.log;

import org.jspecify.annotations.NullMarked;
