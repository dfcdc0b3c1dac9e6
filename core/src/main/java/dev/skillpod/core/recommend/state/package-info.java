/**
 * Step one of serving: what is known of the learner at an instant, resolved against the catalogue into plain arrays.
 *
 * <p>{@link dev.skillpod.core.recommend.state.CatalogIndex} is the catalogue as arrays; {@link
 * dev.skillpod.core.recommend.state.LearnerState} is one learner on top of it: levels, needs (what the target role, the
 * goals and the asked-for gaps call for), market pressure per skill, and what was done with which content. Training builds
 * the very same state as of each logged list, so that serving and training see the same numbers.
 */
@NullMarked
package dev.skillpod.core.recommend.state;

import org.jspecify.annotations.NullMarked;
