/**
 * Worlds in which a learner practises items, learns from some of it, and answers.
 *
 * <p>{@link dev.skillpod.core.path.practice.PracticeDynamics} says how abilities move when an item is practised, {@link
 * dev.skillpod.core.path.practice.PracticeEnvironment} runs one {@link dev.skillpod.core.path.practice.Learner} through a number
 * of steps, and {@link dev.skillpod.core.path.practice.PracticeObservation} is what a policy sees of it: the goal, the interactions
 * before the episode and the answers in it. {@link dev.skillpod.core.path.practice.AnnealingPlanner} and {@link
 * dev.skillpod.core.path.practice.GreedyPlanner} are told the abilities and show what would be possible.
 */
@NullMarked
package dev.skillpod.core.path.practice;

import org.jspecify.annotations.NullMarked;
