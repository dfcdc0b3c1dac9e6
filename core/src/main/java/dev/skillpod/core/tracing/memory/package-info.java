/**
 * What a learner still knows of what answers have shown: {@link dev.skillpod.core.tracing.memory.LearnerMemory} replays one
 * learner's answers through the fitted abilities and says of each skill how likely it is known now, what is forgotten, and whether a
 * review is due.
 */
@NullMarked
package dev.skillpod.core.tracing.memory;

import org.jspecify.annotations.NullMarked;
