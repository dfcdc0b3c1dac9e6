/**
 * From answers to levels. A {@link dev.skillpod.core.tracing.level.LevelScale} says how likely a learner of some level answers an
 * item correctly; it is fitted to answers that stand beside a measured level. {@link
 * dev.skillpod.core.tracing.level.AnswerLevels} turns it round: each answer moves the level that was believed before.
 */
@NullMarked
package dev.skillpod.core.tracing.level;

import org.jspecify.annotations.NullMarked;
