/**
 * Step two of serving: a few hundred contents worth ranking, from several generators that each know something else.
 *
 * <p>A generator is one class behind {@link dev.skillpod.core.recommend.candidate.CandidateGenerator}; {@link
 * dev.skillpod.core.recommend.candidate.CandidatePool} asks them all and keeps the union of what is eligible.
 */
@NullMarked
package dev.skillpod.core.recommend.candidate;

import org.jspecify.annotations.NullMarked;
