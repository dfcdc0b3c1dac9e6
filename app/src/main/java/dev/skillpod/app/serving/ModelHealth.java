package dev.skillpod.app.serving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the models in service still fit what they are asked about. Looked at in the background; thread-safe, without I/O. */
public interface ModelHealth {
    /** Returns how far each feature is from what the models were trained on; empty as long as that cannot be said. */
    List<Drift> drift();

    /** Returns how new each source of data is. */
    List<Freshness> freshness();

    /** Returns predicted beside observed outcomes; empty as long as there are none. */
    List<Calibration> calibration();

    /** Returns the training that is under way, as of a few seconds ago. */
    Optional<Retraining.Training> retraining();

    /**
     * How far a feature is from what was trained on.
     *
     * @param psi population stability index, at least 0
     * @param state stable, moderate or drifted
     */
    record Drift(String model, String feature, double psi, String state) {}

    /**
     * How new a source is.
     *
     * @param newest when its newest record is from; null when it is empty
     * @param ageSeconds how long ago that was; null when it is empty
     * @param state fresh, stale or empty
     */
    record Freshness(
            String source,
            @Nullable Instant newest,
            @Nullable Long ageSeconds,
            String state) {}

    /**
     * What was predicted and what came of it.
     *
     * @param metric what is compared
     * @param expected mean of what was predicted
     * @param observed mean of what came
     * @param n how many were compared, at least 1
     */
    record Calibration(String model, String metric, double expected, double observed, long n) {}
}
