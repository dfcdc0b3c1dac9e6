package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.SeriesForecast;
import java.util.List;
import java.util.Map;

/**
 * Forecasts of a market that add up, and how they were made to.
 *
 * @param series forecasts in the order of the batch
 * @param reconciliation name of the reconciliation used
 * @param scores back-tested errors of the reconciliations tried, in units of the mean absolute difference of a series; empty when the past
 *     was too short to tell
 */
public record MarketForecast(List<SeriesForecast> series, String reconciliation, Map<String, Double> scores) {}
