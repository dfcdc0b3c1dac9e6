package dev.skillpod.core.tree;

import dev.skillpod.core.tree.Split.CategoricalSplit;
import dev.skillpod.core.tree.Split.NumericalSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Derived columns in which every split of an ensemble is the plain question {@code column <= threshold}; immutable after
 * {@link #seal}, then thread-safe.
 *
 * <p>What a missing value does is decided per node in LightGBM, but there are only five ways in which a numerical node
 * can read a feature as a number, so each (feature, way) pair in use becomes one column, with missing values already moved to the end
 * of the number line where the node would send them: −∞ goes left of every threshold, +∞ goes right. A categorical node
 * becomes a column that is 0 for its categories and 1 for the rest, with threshold 0; so does a numerical node with an
 * infinite threshold, which only asks whether the value is missing. Column 0 is −∞ throughout and
 * serves leaves (see {@link FlatTrees}) and nodes that send everything to the left. No column ever holds NaN.
 */
final class ColumnPlan {
    /** Values this close to zero are zero for LightGBM, whose constant is this float. */
    private static final double ZERO_THRESHOLD = 1e-35f;

    private static final double LOW = Double.NEGATIVE_INFINITY;
    private static final double HIGH = Double.POSITIVE_INFINITY;

    private enum Reading {
        NAN_AS_ZERO,
        NAN_LOW,
        NAN_HIGH,
        ZERO_OR_NAN_LOW,
        ZERO_OR_NAN_HIGH,
        NAN_IS_ONE,
        ZERO_OR_NAN_IS_ONE,
        MEMBERSHIP
    }

    private record Column(int feature, Reading reading, List<Integer> categories) {}

    private final Map<Column, Integer> indexes = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private int[] features = new int[0];
    private Reading[] readings = new Reading[0];
    private int[][] categories = new int[0][];

    /** Returns the column that a split reads, making it at need. */
    int assign(Split split) {
        if (isAlwaysLeft(split)) {
            return 0;
        }
        Column column = columnOf(split);
        Integer known = indexes.get(column);
        if (known != null) {
            return known;
        }
        columns.add(column);
        indexes.put(column, columns.size());
        return columns.size();
    }

    /** Returns the column of a split that was assigned one. */
    int indexOf(Split split) {
        return isAlwaysLeft(split) ? 0 : Objects.requireNonNull(indexes.get(columnOf(split)), "split without a column");
    }

    private static boolean isAlwaysLeft(Split split) {
        return split instanceof NumericalSplit numerical
                && numerical.threshold() == Double.POSITIVE_INFINITY
                && (numerical.missing() == Split.Missing.NONE || numerical.defaultLeft());
    }

    private static Column columnOf(Split split) {
        return switch (split) {
            case NumericalSplit numerical -> new Column(split.feature(), reading(numerical), List.of());
            case CategoricalSplit categorical ->
                new Column(split.feature(), Reading.MEMBERSHIP, categorical.categories());
        };
    }

    /** Returns the threshold of a split on its column, never −0.0. */
    static double thresholdOf(Split split) {
        return switch (split) {
            // Adding +0.0 turns −0.0 into +0.0, which the kernel's subtraction relies on.
            case NumericalSplit numerical ->
                numerical.threshold() == Double.POSITIVE_INFINITY ? 0.0 : numerical.threshold() + 0.0;
            case CategoricalSplit ignored -> 0.0;
        };
    }

    private static Reading reading(NumericalSplit split) {
        if (split.threshold() == Double.POSITIVE_INFINITY) {
            return split.missing() == Split.Missing.NAN ? Reading.NAN_IS_ONE : Reading.ZERO_OR_NAN_IS_ONE;
        }
        return switch (split.missing()) {
            case NONE -> Reading.NAN_AS_ZERO;
            case NAN -> split.defaultLeft() ? Reading.NAN_LOW : Reading.NAN_HIGH;
            case ZERO -> split.defaultLeft() ? Reading.ZERO_OR_NAN_LOW : Reading.ZERO_OR_NAN_HIGH;
        };
    }

    /** Ends the making of columns. */
    ColumnPlan seal() {
        features = columns.stream().mapToInt(Column::feature).toArray();
        readings = columns.stream().map(Column::reading).toArray(Reading[]::new);
        categories = columns.stream()
                .map(c -> c.categories().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return this;
    }

    /** Number of columns, counting column 0. */
    int size() {
        return features.length + 1;
    }

    /**
     * Derives the columns of some rows.
     *
     * @param rows row-major features
     * @param width features per row
     * @param first the first row to read
     * @param count how many rows to read, at most {@code stride}
     * @param target receives row r of column c at {@code c * stride + r}; at least {@code size() * stride} long
     * @param stride distance between columns
     */
    void derive(double[] rows, int width, int first, int count, double[] target, int stride) {
        Arrays.fill(target, 0, stride, LOW);
        for (int column = 0; column < features.length; column++) {
            int from = first * width + features[column];
            int to = (column + 1) * stride;
            switch (readings[column]) {
                case NAN_AS_ZERO -> number(rows, from, width, count, target, to, 0.0, 0.0);
                case NAN_LOW -> number(rows, from, width, count, target, to, LOW, 0.0);
                case NAN_HIGH -> number(rows, from, width, count, target, to, HIGH, 0.0);
                case ZERO_OR_NAN_LOW -> number(rows, from, width, count, target, to, LOW, LOW);
                case ZERO_OR_NAN_HIGH -> number(rows, from, width, count, target, to, HIGH, HIGH);
                case NAN_IS_ONE -> missing(rows, from, width, count, target, to, false);
                case ZERO_OR_NAN_IS_ONE -> missing(rows, from, width, count, target, to, true);
                case MEMBERSHIP -> member(rows, from, width, count, target, to, categories[column]);
            }
        }
    }

    private static void missing(
            double[] rows, int from, int width, int count, double[] target, int to, boolean zeroToo) {
        for (int r = 0; r < count; r++) {
            double value = rows[from + r * width];
            boolean zero = Math.abs(value) <= ZERO_THRESHOLD;
            target[to + r] = Double.isNaN(value) || (zeroToo && zero) ? 1.0 : 0.0;
        }
    }

    private static void member(
            double[] rows, int from, int width, int count, double[] target, int to, int[] categories) {
        for (int r = 0; r < count; r++) {
            target[to + r] = contains(categories, rows[from + r * width]) ? 0.0 : 1.0;
        }
    }

    private static void number(
            double[] rows, int from, int width, int count, double[] target, int to, double nan, double zero) {
        for (int r = 0; r < count; r++) {
            double value = rows[from + r * width];
            if (Math.abs(value) <= ZERO_THRESHOLD) {
                value = zero;
            } else if (Double.isNaN(value)) {
                value = nan;
            }
            target[to + r] = value;
        }
    }

    private static boolean contains(int[] words, double value) {
        // NaN becomes 0 in Java's cast, and values beyond int saturate, so NaN needs its own question.
        int category = (int) value;
        if (Double.isNaN(value) || category < 0 || category >>> 5 >= words.length) {
            return false;
        }
        return (words[category >>> 5] >>> (category & 31) & 1) != 0;
    }
}
