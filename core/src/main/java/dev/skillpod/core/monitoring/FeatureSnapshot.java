package dev.skillpod.core.monitoring;

import java.util.List;

/**
 * How the features of a model were distributed when it was trained. Immutable and thread-safe.
 *
 * @param lists lists that the rows are of
 * @param names the features, in the order of the columns
 * @param distributions one per feature
 */
public record FeatureSnapshot(int lists, List<String> names, List<Distribution> distributions) {
    /** Bins of the values that are known. */
    static final int BINS = 10;

    public FeatureSnapshot {
        names = List.copyOf(names);
        distributions = List.copyOf(distributions);
        if (names.size() != distributions.size()) {
            throw new IllegalArgumentException(
                    "distributions must be as many as names (" + names.size() + "), were " + distributions.size());
        }
    }
}
