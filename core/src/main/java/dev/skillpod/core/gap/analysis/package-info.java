/**
 * Step three of gap analysis: requirements against levels. {@link dev.skillpod.core.gap.analysis.GapAnalyzer} puts the steps
 * together; {@link dev.skillpod.core.gap.analysis.Urgency} says how urgent a gap is, {@link
 * dev.skillpod.core.gap.analysis.NextSteps} what to do about it, and {@link dev.skillpod.core.gap.analysis.Impact} why, in one
 * sentence of facts.
 */
@NullMarked
package dev.skillpod.core.gap.analysis;

import org.jspecify.annotations.NullMarked;
