/**
 * What forecasts of postings mean to somebody who asks about a skill.
 *
 * <p>A {@link dev.skillpod.core.trend.demand.MonthlyDemand} is what is known of one skill; {@link
 * dev.skillpod.core.trend.demand.DemandMarket} puts all skills of a region side by side. {@link
 * dev.skillpod.core.trend.demand.DemandOutlook} forecasts them together and says of each: how much it is asked for ({@link
 * dev.skillpod.core.trend.demand.DemandScores}), where it is going ({@link dev.skillpod.core.trend.demand.Growth}, {@link
 * dev.skillpod.core.trend.demand.TrendDirection}), how far the forecast can be trusted, and why ({@link
 * dev.skillpod.core.trend.demand.TrendFactors}: sentences that the history supports, or none). Months without a record are not
 * known; they never count as months without postings.
 */
@NullMarked
package dev.skillpod.core.trend.demand;

import org.jspecify.annotations.NullMarked;
