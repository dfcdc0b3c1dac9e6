/**
 * Learnt values of positions.
 *
 * <p>{@link dev.skillpod.core.path.value.ValueTrainer} lets simulated learners be taught by a one-step search, and fits a {@link
 * dev.skillpod.core.path.value.ValueNetwork} to what the positions on the way turned out to be worth (temporal differences, as in TD-Gammon).
 * The network then values positions at the end of deeper searches.
 */
@NullMarked
package dev.skillpod.core.path.value;

import org.jspecify.annotations.NullMarked;
