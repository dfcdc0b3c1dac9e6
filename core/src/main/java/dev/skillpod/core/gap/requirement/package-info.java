/**
 * Step one of gap analysis: which skills are required, at what level, and on what evidence.
 *
 * <p>Three sources say so: the target skills of the request ({@link dev.skillpod.core.gap.requirement.Evidence.Asked}), the
 * role worked towards ({@link dev.skillpod.core.gap.requirement.Evidence.ByRole}) and the learner's own market activity
 * ({@link dev.skillpod.core.gap.requirement.Evidence.ByMarket}). {@link
 * dev.skillpod.core.gap.requirement.RequirementFinder} combines them. Nothing here looks at what the learner can do, so that
 * learning something never adds a requirement.
 */
@NullMarked
package dev.skillpod.core.gap.requirement;

import org.jspecify.annotations.NullMarked;
