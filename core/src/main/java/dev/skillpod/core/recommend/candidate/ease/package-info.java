/**
 * EASE^R, a linear item-item model in closed form (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data"):
 * each item is predicted from all the others by ridge regression, and no item from itself.
 *
 * <p>With G the co-occurrence matrix and P the inverse of {@code G + lambda I}, the weight of item i for item j is
 * {@code -P_ij / P_jj}. It differs from the paper in how a history is scored: newer items can weigh more (recency), because
 * in learning the next step follows from the last ones. The inverse needs {@code items^2} floats, so it is for catalogues
 * of up to {@value dev.skillpod.core.recommend.candidate.ease.EaseConfig#MOST_ITEMS} items.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.ease;

import org.jspecify.annotations.NullMarked;
