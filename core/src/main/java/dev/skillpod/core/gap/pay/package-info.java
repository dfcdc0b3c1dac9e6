/**
 * What a skill does for pay: quantile regressions of posted pay on role, region, currency, seniority and the levels asked for.
 *
 * <p>{@link dev.skillpod.core.gap.pay.PayFitting} fits them and measures them on the newest postings, beside the quantiles of
 * the role; {@link dev.skillpod.core.gap.pay.PayEffects} is what serving needs: by how much the median rises with a level.
 */
@NullMarked
package dev.skillpod.core.gap.pay;

import org.jspecify.annotations.NullMarked;
