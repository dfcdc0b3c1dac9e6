package dev.skillpod.core.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Labelled rows to train trees on: dense features, labels, and optionally weights, groups and categorical columns.
 *
 * <p>The arrays are not copied, since they may be large: the caller gives them away and changes them no more. Under that
 * rule a table is immutable and thread-safe.
 */
public final class TreeTable {
    /** Characters that LightGBM's text format cannot hold in a name. */
    private static final String FORBIDDEN = "\",:[]{}";

    private final List<String> featureNames;
    private final double[] features;
    private final float[] labels;
    private final float[] weights;
    private final int[] groupSizes;
    private final Set<Integer> categorical;

    private TreeTable(
            List<String> featureNames,
            double[] features,
            float[] labels,
            float[] weights,
            int[] groupSizes,
            Set<Integer> categorical) {
        this.featureNames = featureNames;
        this.features = features;
        this.labels = labels;
        this.weights = weights;
        this.groupSizes = groupSizes;
        this.categorical = categorical;
    }

    /**
     * Makes a table without weights, groups and categorical features.
     *
     * @param featureNames distinct names without blanks and without any of {@code " , : [ ] { }}, at least one
     * @param features row-major values, {@code labels.length * featureNames.size()} of them; NaN is missing
     * @param labels one finite label per row, at least one row
     * @throws IllegalArgumentException when a name, a length or a label breaks these rules
     */
    public static TreeTable of(List<String> featureNames, double[] features, float[] labels) {
        List<String> names = List.copyOf(featureNames);
        if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("featureNames must be distinct and not empty, was " + names);
        }
        for (String name : names) {
            if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || FORBIDDEN.indexOf(c) >= 0)) {
                throw new IllegalArgumentException(
                        "feature names must not hold blanks or any of " + FORBIDDEN + ", was '" + name + "'");
            }
        }
        if (labels.length == 0 || features.length != (long) labels.length * names.size()) {
            throw new IllegalArgumentException("features must hold labels * names = " + labels.length + " * "
                    + names.size() + " values and at least one row, held " + features.length);
        }
        for (float label : labels) {
            if (!Float.isFinite(label)) {
                throw new IllegalArgumentException("labels must be finite, was " + label);
            }
        }
        return new TreeTable(names, features, labels, new float[0], new int[0], Set.of());
    }

    /**
     * Returns this table with a weight per row.
     *
     * @param weights finite, at least 0, one per row
     * @throws IllegalArgumentException when a weight or the length breaks these rules
     */
    public TreeTable withWeights(float[] weights) {
        if (weights.length != rows()) {
            throw new IllegalArgumentException("weights must hold " + rows() + " values, held " + weights.length);
        }
        for (float weight : weights) {
            if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, was " + weight);
            }
        }
        return new TreeTable(featureNames, features, labels, weights, groupSizes, categorical);
    }

    /**
     * Returns this table with its rows cut into groups, each of which is ranked on its own.
     *
     * @param groupSizes rows per group, in row order; each at least 1; their sum is the number of rows
     * @throws IllegalArgumentException when the sizes break these rules
     */
    public TreeTable withGroups(int[] groupSizes) {
        long sum = 0;
        for (int size : groupSizes) {
            if (size < 1) {
                throw new IllegalArgumentException("groupSizes must be at least 1, was " + size);
            }
            sum += size;
        }
        if (sum != rows()) {
            throw new IllegalArgumentException("groupSizes must sum to " + rows() + " rows, was " + sum);
        }
        return new TreeTable(featureNames, features, labels, weights, groupSizes, categorical);
    }

    /**
     * Returns this table with some features marked as categorical: integers from 0, where a negative number is missing.
     *
     * @param categorical indexes of features
     * @throws IllegalArgumentException when an index is out of range
     */
    public TreeTable withCategorical(Set<Integer> categorical) {
        categorical.forEach(feature -> Range.check("categorical", feature, 0, featureNames.size() - 1L));
        return new TreeTable(featureNames, features, labels, weights, groupSizes, Set.copyOf(categorical));
    }

    /** Returns the number of rows, at least 1. */
    public int rows() {
        return labels.length;
    }

    /** Returns the features' names in column order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Returns the row-major features; not a copy. */
    public double[] features() {
        return features;
    }

    /** Returns the labels; not a copy. */
    public float[] labels() {
        return labels;
    }

    /** Returns the weights, or an empty array when all rows count alike; not a copy. */
    public float[] weights() {
        return weights;
    }

    /** Returns the group sizes, or an empty array when the table has no groups; not a copy. */
    public int[] groupSizes() {
        return groupSizes;
    }

    /** Returns the indexes of the categorical features. */
    public Set<Integer> categorical() {
        return categorical;
    }
}
