/**
 * Item-item candidates of serving: what goes with the contents a learner engaged with, and what usually comes next.
 *
 * <p>{@link dev.skillpod.core.recommend.candidate.itemitem.ItemItemTrainer} fits EASE^R ({@link
 * dev.skillpod.core.recommend.candidate.ease}) where the catalogue is small enough, else item-kNN, and counted transitions
 * ({@link dev.skillpod.core.recommend.candidate.transition}), and keeps of each the strongest weights of every content:
 * {@link dev.skillpod.core.recommend.candidate.itemitem.ItemWeights}. A learner's scores are one walk over the rows of the
 * {@link dev.skillpod.core.recommend.candidate.itemitem.EngagementSequence}, which costs the same whatever the catalogue's
 * size.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.itemitem;

import org.jspecify.annotations.NullMarked;
