package dev.skillpod.core.tree;

/**
 * One tree as it stands in the model text, after every index and count was checked; immutable by convention.
 *
 * <p>Children follow LightGBM: a value of 0 or more is an inner node, a negative value {@code c} is the leaf {@code ~c}.
 * The root is inner node 0, or leaf 0 when the tree has a single leaf. Every node but the root has exactly one parent and
 * can be reached from the root.
 *
 * @param splits the questions of the inner nodes, one fewer than leaves
 * @param left the left children of the inner nodes
 * @param right the right children of the inner nodes
 * @param innerCounts training rows that passed each inner node; the sum of its children's
 * @param leafValues the leaves' outputs, finite
 * @param leafCounts training rows that ended in each leaf, at least 1 when the tree has more than one leaf
 */
@SuppressWarnings("ArrayRecordComponent")
record DecisionTree(Split[] splits, int[] left, int[] right, int[] innerCounts, double[] leafValues, int[] leafCounts) {
    int leaves() {
        return leafValues.length;
    }

    /** Returns the training rows that passed {@code child}, an inner node or a leaf in LightGBM's notation. */
    int count(int child) {
        return child >= 0 ? innerCounts[child] : leafCounts[~child];
    }

    /** Returns the mean output over the training rows: the answer when nothing is known of a row. */
    double expectedValue() {
        if (leaves() == 1) {
            return leafValues[0];
        }
        double total = innerCounts[0];
        double sum = 0;
        for (int leaf = 0; leaf < leaves(); leaf++) {
            sum += leafCounts[leaf] / total * leafValues[leaf];
        }
        return sum;
    }
}
