/**
 * Learning paths: what to do next, and after that, to reach a goal within a number of steps.
 *
 * <p>The vocabulary is that of sequential decisions under partial knowledge:
 *
 * <ul>
 *   <li>An {@link dev.skillpod.core.path.Environment} is one learner with a goal and a number of steps. It alone knows what the
 *       learner can do. What it shows is an {@link dev.skillpod.core.path.Observation}.
 *   <li>A {@link dev.skillpod.core.path.Policy} chooses actions from observations. It never gets hold of an environment, so it cannot
 *       read what is hidden: the types see to it. For each episode it hands out an {@link dev.skillpod.core.path.Actor}, which may
 *       remember what it saw.
 *   <li>A {@link dev.skillpod.core.path.Planner} is told the full state and finds a sequence of actions: the yardstick of what could be
 *       reached at most, and no policy.
 *   <li>{@link dev.skillpod.core.path.Episode} lets a policy act in an environment to the end and says what it brought.
 * </ul>
 *
 * <p>Baselines are here: {@link dev.skillpod.core.path.RandomPolicy}, {@link dev.skillpod.core.path.TopologicalPolicy}, {@link
 * dev.skillpod.core.path.GreedyPolicy}. Worlds in which a learner practises items and answers are in {@code practice}, planning
 * over what may be true of a learner in {@code belief}, learnt values of positions in {@code value}, the KSS simulator in
 * {@code kss}, and paths over the contents of a catalogue in {@code content}.
 */
@NullMarked
package dev.skillpod.core.path;

import org.jspecify.annotations.NullMarked;
