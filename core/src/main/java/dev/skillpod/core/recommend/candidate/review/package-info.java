/**
 * Candidates for reviews: contents that refresh a skill of which, by the learner's answers, much is likely forgotten ({@link
 * dev.skillpod.core.recommend.candidate.review.Reviews} says which, {@link
 * dev.skillpod.core.recommend.candidate.review.ReviewGenerator} proposes them).
 */
@NullMarked
package dev.skillpod.core.recommend.candidate.review;

import org.jspecify.annotations.NullMarked;
