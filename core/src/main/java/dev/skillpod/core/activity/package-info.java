/**
 * What learners did and what the market answered: an append-only log of sealed {@link
 * dev.skillpod.core.activity.LearnerEvent}s, and what learners say of themselves ({@link
 * dev.skillpod.core.activity.LearnerProfile}).
 *
 * <p>Everything a model may know about a learner at an instant is a {@link
 * dev.skillpod.core.activity.LearnerHistory} cut off there ({@code before(asOf)}).
 */
@NullMarked
package dev.skillpod.core.activity;

import org.jspecify.annotations.NullMarked;
