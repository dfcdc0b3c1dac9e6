/**
 * Gradient-boosted decision trees: what training needs ({@link TreeTable}, {@link TreeConfig}, the port {@link
 * TreeTrainer}), what serving does with the result ({@link TreeEnsemble}), and why a score is what it is ({@link
 * TreeShap}).
 *
 * <p>The wire between training and serving is LightGBM's text model format. A trainer returns such a text; {@link
 * TreeEnsemble#parse} turns it into flat arrays and trusts nothing in it: lengths, indexes, counts and tree sizes are
 * checked before the first prediction, so that a damaged file is a {@link MalformedModelException} and never a crash. No
 * native code takes part in serving.
 *
 * <p>How a row becomes a score:
 *
 * <ol>
 *   <li>A node asks {@code x[feature] <= threshold}, or whether {@code x[feature]} is one of a set of categories. What a
 *       missing value does depends on the node (see {@code NumericalSplit}).
 *   <li>{@code ColumnPlan} rewrites every such question into {@code column <= threshold} over derived columns without NaN,
 *       once per row, so that the walk through the trees has no special cases and no branches ({@code FlatTrees}).
 *       Batches of rows need no walk: the questions are sorted by column and threshold, and each no takes leaves out of a
 *       word per tree ({@code BitVectorTrees}, for trees of up to 64 leaves).
 *   <li>The leaves' values are summed in the order of the trees: the raw score. Ranking uses it as it is; {@link
 *       OutputTransform} makes a probability out of it for binary models.
 *   <li>{@link TreeShap} splits the raw score into one contribution per feature plus the ensemble's expected value.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.tree;

import org.jspecify.annotations.NullMarked;
