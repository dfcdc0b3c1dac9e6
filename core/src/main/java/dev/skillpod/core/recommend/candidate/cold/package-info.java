/**
 * Contents that nobody has touched yet: what their text says of who will take them.
 *
 * <p>A collaborative model knows nothing of a new content, but it knows the old ones, and their texts tell which of them the
 * new one is like. The steps, for a platform's log and one set of new contents:
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.recommend.candidate.cold.TextField}s describe every content: title, description, tags such
 *       as school and teacher. {@link dev.skillpod.core.recommend.candidate.cold.TextKernel} turns them into similarities.
 *   <li>Kernel ridge regression (Saunders, Gammerman and Vovk 1998) maps text to the collaborative space: the item-item
 *       weights of a new content are those of the old contents, combined as its text is
 *       ({@link dev.skillpod.core.recommend.candidate.cold.TextMap}). Mapped are the columns of EASE^R (Steck 2019) and of
 *       item-kNN. The attribute-to-feature map of Gantner et al. (2010) is the same idea for matrix factorisation.
 *   <li>{@link dev.skillpod.core.recommend.candidate.cold.ColdEvidence} lays these and the plain similarities side by side:
 *       each says what having one content means for each new one.
 *   <li>{@link dev.skillpod.core.recommend.candidate.cold.ChoiceModel}, a conditional logit (McFadden 1974), learns how
 *       much each evidence is worth. It sees only simulated new contents: a part of the known ones, hidden in turn.
 * </ol>
 *
 * <p>{@link dev.skillpod.core.recommend.candidate.cold.ColdStartTrainer} does all of it. In the service the same is done for
 * one vector per content: {@link dev.skillpod.core.recommend.candidate.cold.TasteMap} gives contents with few interactions
 * a place in the space of ALS.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.cold;

import org.jspecify.annotations.NullMarked;
