package dev.skillpod.core.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param codeVersion the program that trained it; empty when that is not known
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
        Map<String, Double> metrics,
        String codeVersion) {
    /** The parameter that holds the run's {@code asOf}, so that the same training can be run again. */
    public static final String AS_OF = "as_of";

    public Provenance {
        rowCounts = Map.copyOf(rowCounts);
        parameters = Map.copyOf(parameters);
        metrics = Map.copyOf(metrics);
        codeVersion = known(codeVersion);
    }

    /** Makes a provenance that does not know the program; who keeps the model does. */
    public Provenance(
            String algorithm,
            Instant trainedAt,
            long seed,
            Instant dataFrom,
            Instant dataUntil,
            String dataSource,
            Map<String, Long> rowCounts,
            Map<String, String> parameters,
            Map<String, Double> metrics) {
        this(algorithm, trainedAt, seed, dataFrom, dataUntil, dataSource, rowCounts, parameters, metrics, "");
    }

    /** Returns this, trained by that program. */
    public Provenance withCodeVersion(String version) {
        return new Provenance(
                algorithm, trainedAt, seed, dataFrom, dataUntil, dataSource, rowCounts, parameters, metrics, version);
    }

    /** Returns this with one more parameter. */
    public Provenance withParameter(String name, String value) {
        var more = new HashMap<>(parameters);
        more.put(name, value);
        return new Provenance(
                algorithm, trainedAt, seed, dataFrom, dataUntil, dataSource, rowCounts, more, metrics, codeVersion);
    }

    /** Returns this as if the training had ended at that instant. */
    public Provenance withTrainedAt(Instant at) {
        return new Provenance(
                algorithm, at, seed, dataFrom, dataUntil, dataSource, rowCounts, parameters, metrics, codeVersion);
    }

    private static String known(@Nullable String version) {
        return version == null ? "" : version;
    }
}
