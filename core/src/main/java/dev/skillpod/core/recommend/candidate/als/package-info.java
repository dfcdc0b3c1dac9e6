/**
 * Implicit matrix factorisation by alternating least squares: which items go with which learners, from what many learners
 * did.
 *
 * <p>Each learner u and item i gets a vector of {@code factors} numbers, and their dot product scores the pair. Training
 * minimises (Hu, Koren and Volinsky 2008, "Collaborative Filtering for Implicit Feedback Datasets", in the notation of
 * Rendle et al. 2021, "Revisiting the Performance of iALS on Item Recommendation Benchmarks")
 *
 * <pre>
 *   sum over seen (u, i) of  w_ui (x_u . y_i - 1)^2
 * + alpha_0 * sum over all (u, i) of (x_u . y_i)^2
 * + sum over u of lambda (n_u + alpha_0 |I|)^nu |x_u|^2  +  sum over i of lambda (n_i + alpha_0 |U|)^nu |y_i|^2
 * </pre>
 *
 * <p>where n counts the entries of a learner or item. With one side fixed, each row of the other is a small linear system,
 * whose matrix is the shared Gram matrix of the fixed side plus a few outer products. So a pass costs time in proportion to
 * the entries, although every pair counts.
 *
 * <p>{@link dev.skillpod.core.recommend.candidate.als.AlsTrainer} alternates exact solves;
 * {@link dev.skillpod.core.recommend.candidate.als.AlsModel} keeps only the items' side, because a learner's vector is one
 * solve away ({@code foldIn}), also for learners who came after the training.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.als;

import org.jspecify.annotations.NullMarked;
