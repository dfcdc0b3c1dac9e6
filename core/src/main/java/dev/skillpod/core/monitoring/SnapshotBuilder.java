package dev.skillpod.core.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects rows for a {@link FeatureSnapshot}. Not thread-safe. */
public final class SnapshotBuilder {
    private final List<String> names;
    private final List<double[]> rows = new ArrayList<>();
    private int lists;

    /** Makes a builder for these columns. */
    public SnapshotBuilder(List<String> names) {
        this.names = List.copyOf(names);
    }

    /**
     * Adds the rows of a list, of which some are kept.
     *
     * @param values row-major, one column per name; may be longer
     * @param count rows
     */
    public void add(double[] values, int count) {
        int width = names.size();
        RowSample.forEach(count, row -> rows.add(Arrays.copyOfRange(values, row * width, (row + 1) * width)));
        lists++;
    }

    /** Returns how the rows so far are distributed. */
    public FeatureSnapshot build() {
        var distributions = new ArrayList<Distribution>();
        for (int f = 0; f < names.size(); f++) {
            int column = f;
            distributions.add(Distribution.ofQuantiles(
                    rows.stream().mapToDouble(row -> row[column]).toArray(), FeatureSnapshot.BINS));
        }
        return new FeatureSnapshot(lists, names, distributions);
    }
}
