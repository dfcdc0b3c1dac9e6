/**
 * What a tracer has to beat: {@link dev.skillpod.core.tracing.baseline.ItemRateTracer} (each item's share of correct answers) and
 * {@link dev.skillpod.core.tracing.baseline.BestLrTracer} (logistic regression on items, skills and counts, which Gervet et al.
 * 2020 found to be as good as deep networks on most public data).
 */
@NullMarked
package dev.skillpod.core.tracing.baseline;

import org.jspecify.annotations.NullMarked;
