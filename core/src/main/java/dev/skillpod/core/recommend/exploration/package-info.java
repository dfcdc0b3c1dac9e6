/**
 * Step four and a half of serving: a small random share, so that the log can say what the ranking does not know.
 *
 * <p>A ranker that only ever shows what it likes never learns that it was wrong. {@link
 * dev.skillpod.core.recommend.exploration.ExplorationPolicy} therefore lets contents from below the list take its last places
 * now and then, by a rule whose probabilities are known exactly; they are written down beside the list, and training and
 * off-policy estimates ({@link dev.skillpod.core.evaluation.OffPolicy}) divide by them. What is drawn is a function of the
 * recommendation's id, so that a list can be made again.
 */
@NullMarked
package dev.skillpod.core.recommend.exploration;

import org.jspecify.annotations.NullMarked;
