/**
 * Step two of gap analysis: what the learner can do now. {@link dev.skillpod.core.gap.level.CurrentLevels} is the port;
 * {@link dev.skillpod.core.gap.level.ReportedLevels} answers it from what the learner says and what was measured.
 */
@NullMarked
package dev.skillpod.core.gap.level;

import org.jspecify.annotations.NullMarked;
