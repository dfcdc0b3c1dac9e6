package dev.skillpod.core.trend;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of one series.
 *
 * @param mean expected values of steps 1, 2, … after the last step of the series (also when that one is missing)
 * @param bands one for each coverage asked for, in that order
 * @param backTest how well the method did on this series; empty when it is too short to tell
 * @param weights the share of each method by name, in [0, 1], summing to 1
 */
public record SeriesForecast(
        double[] mean, List<Band> bands, Optional<BackTest> backTest, Map<String, Double> weights) {}
