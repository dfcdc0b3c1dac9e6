package dev.skillpod.core.trend.pooled;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;
import java.util.Optional;

/** A method that learns from many series at once. Immutable and thread-safe. */
public interface PooledForecaster {
    /** Returns the short name, lower case, as it stands in tables. */
    String name();

    /**
     * Learns from series.
     *
     * @param batch the past of series of one frequency
     * @param horizon how many steps will be asked for
     * @param run gives threads and randomness
     * @return the model; empty when there are too few series, or too short ones, to learn from
     */
    Optional<PooledFit> fit(List<TimeSeries> batch, int horizon, TrainingRun run);
}
