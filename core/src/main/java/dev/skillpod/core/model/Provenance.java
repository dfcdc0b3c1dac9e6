package dev.skillpod.core.model;

import java.time.Instant;
import java.util.Map;

/**
 * Where a model comes from: enough to judge it and to train it again.
 *
 * @param algorithm the algorithm's name, such as {@code als}
 * @param trainedAt when the training ended
 * @param seed the run's seed
 * @param dataFrom the earliest event used (inclusive)
 * @param dataUntil the end of the data window (exclusive)
 * @param dataSource {@code synthetic}, {@code real} or {@code mixed}
 * @param rowCounts rows used, by kind
 * @param parameters the configuration, by name
 * @param metrics what was measured on data held out before fitting, by name
 */
public record Provenance(
        String algorithm,
        Instant trainedAt,
        long seed,
        Instant dataFrom,
        Instant dataUntil,
        String dataSource,
        Map<String, Long> rowCounts,
        Map<String, String> parameters,
        Map<String, Double> metrics) {
    public Provenance {
        rowCounts = Map.copyOf(rowCounts);
        parameters = Map.copyOf(parameters);
        metrics = Map.copyOf(metrics);
    }
}
