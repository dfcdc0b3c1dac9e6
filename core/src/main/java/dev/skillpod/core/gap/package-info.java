/**
 * Skill gaps: which skills stand between a learner and the work the learner goes for, how big each gap is, and what closing
 * it would change.
 *
 * <p>The flow, one sub-package a step: what is required ({@code requirement}, from the request, the target role and the
 * learner's own market activity) → what the learner can do ({@code level}) and what neighbouring skills lend ({@code
 * relation}) → what closing a gap is worth ({@code value}, by models trained on outcomes) → the gaps, scored, ordered and
 * explained ({@code analysis}). {@code market} is what all of them see of postings and demand.
 */
@NullMarked
package dev.skillpod.core.gap;

import org.jspecify.annotations.NullMarked;
