/**
 * Demand for skills as a market: one common movement, shares in it, and forecasts that add up.
 *
 * <p>Demand for one skill is noisy; what many skills have in common is not. {@link dev.skillpod.core.trend.market.MarketFactor}
 * measures it: how high the whole market stood at each step, each series counting alike, and which part of that is the season. A
 * single series of two years can hardly tell its season from chance; thousands of them together can. {@link
 * dev.skillpod.core.trend.market.MarketSeasonForecaster} therefore takes the market's season out of every series, has the rest
 * forecast by any other forecaster, and puts the season back, provided that this would have helped in the past ({@link
 * dev.skillpod.core.trend.market.MarketSeason}).
 *
 * <p>The same demand is counted in several ways: in all, by region, by occupation. Forecast one by one, the regions do not add up to
 * the total. Reconciliation makes them:
 *
 * <ol>
 *   <li>{@link dev.skillpod.core.trend.market.Hierarchy} says what adds up to what, as {@link
 *       dev.skillpod.core.trend.market.Grouping}s. It falls apart into families that have nothing to do with each other (one per
 *       skill, say), so that tens of thousands of series become thousands of small problems.
 *   <li>A {@link dev.skillpod.core.trend.market.Reconciliation} changes the forecasts of a family so that they add up: {@link
 *       dev.skillpod.core.trend.market.BottomUp} trusts the parts, {@link dev.skillpod.core.trend.market.TopDown} trusts the total
 *       and splits it by shares, {@link dev.skillpod.core.trend.market.MinTrace} changes each forecast the more the worse it has
 *       been.
 *   <li>{@link dev.skillpod.core.trend.market.MarketForecaster} forecasts the batch with any forecaster, back-tests the
 *       reconciliations on the newest past and uses the one that did best.
 * </ol>
 */
@NullMarked
package dev.skillpod.core.trend.market;

import org.jspecify.annotations.NullMarked;
