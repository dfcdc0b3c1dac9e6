/**
 * Content recommendations. The serving flow, one sub-package a step: what is known of the learner ({@code state}) →
 * {@code candidate} generators → {@code feature} extraction → {@code ranking} → eligibility → {@code explanation} →
 * {@link dev.skillpod.core.recommend.RecommendationList}. The learning flow ({@code training}) runs the same feature code
 * over the log, as of each logged impression.
 */
@NullMarked
package dev.skillpod.core.recommend;

import org.jspecify.annotations.NullMarked;
