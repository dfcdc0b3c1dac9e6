/**
 * What a log of paths says of a path policy that did not make them.
 *
 * <p>A {@link dev.skillpod.core.path.offpolicy.LoggedPath} holds, step by step, what was chosen, with which probability, what was measured
 * afterwards, and what the candidate would have chosen. {@code FittedQ} learns what choices are worth under the candidate; {@link
 * dev.skillpod.core.path.offpolicy.PathOffPolicy} corrects it by what was measured (doubly robust, step by step); {@link
 * dev.skillpod.core.path.offpolicy.PathPolicyGate} says whether a candidate may replace a champion.
 */
@NullMarked
package dev.skillpod.core.path.offpolicy;

import org.jspecify.annotations.NullMarked;
