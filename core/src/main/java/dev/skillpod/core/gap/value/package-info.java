/**
 * What closing a gap is worth: the change in the probability of being hired and in pay, with its interval.
 *
 * <p>{@link dev.skillpod.core.gap.value.GapValuer} is the port that gap analysis asks; what answers it is trained on the
 * outcomes of applications and on posted pay.
 */
@NullMarked
package dev.skillpod.core.gap.value;

import org.jspecify.annotations.NullMarked;
