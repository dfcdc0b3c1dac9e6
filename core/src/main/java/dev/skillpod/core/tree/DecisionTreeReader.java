package dev.skillpod.core.tree;

import dev.skillpod.core.tree.Split.CategoricalSplit;
import dev.skillpod.core.tree.Split.Missing;
import dev.skillpod.core.tree.Split.NumericalSplit;
import java.util.Arrays;

/** Reads the section of one tree and checks that it is a tree. */
final class DecisionTreeReader {
    /** LightGBM's own limit on {@code num_leaves}. */
    static final int MAX_LEAVES = 131_072;

    private static final int CATEGORICAL_BIT = 1;
    private static final int DEFAULT_LEFT_BIT = 2;

    private final ModelFields fields;
    private final int features;
    private final int leaves;
    private final int inner;

    private DecisionTreeReader(ModelFields fields, int features) {
        this.fields = fields;
        this.features = features;
        this.leaves = fields.integer("num_leaves", 1, MAX_LEAVES);
        this.inner = leaves - 1;
    }

    /**
     * Reads a tree.
     *
     * @param fields the section's lines
     * @param features number of features of the model
     * @throws MalformedModelException when the section is not a binary tree over these features
     */
    static DecisionTree read(ModelFields fields, int features) {
        return new DecisionTreeReader(fields, features).read();
    }

    private DecisionTree read() {
        if (fields.has("is_linear") && fields.integer("is_linear", 0, 1) == 1) {
            throw fields.malformed("linear trees are not supported");
        }
        double[] leafValues = fields.numbers("leaf_value", leaves);
        if (leaves == 1) {
            return new DecisionTree(new Split[0], new int[0], new int[0], new int[0], leafValues, new int[] {0});
        }
        DecisionTree tree = new DecisionTree(
                splits(),
                fields.integers("left_child", inner, -leaves, inner - 1),
                fields.integers("right_child", inner, -leaves, inner - 1),
                fields.integers("internal_count", inner, 1, Integer.MAX_VALUE),
                leafValues,
                fields.integers("leaf_count", leaves, 1, Integer.MAX_VALUE));
        requireOneParentEach(tree);
        requireCountsThatAdd(tree);
        return tree;
    }

    private Split[] splits() {
        int[] feature = fields.integers("split_feature", inner, 0, features - 1);
        double[] threshold = fields.thresholds("threshold", inner);
        int[] decision = fields.integers("decision_type", inner, 0, 11);
        int categorical = fields.has("num_cat") ? fields.integer("num_cat", 0, inner) : 0;
        int[] boundaries = categorical > 0
                ? fields.integers("cat_boundaries", categorical + 1, 0, Integer.MAX_VALUE)
                : new int[] {0};
        for (int i = 0; i < categorical; i++) {
            if (boundaries[0] != 0 || boundaries[i + 1] <= boundaries[i]) {
                throw fields.malformed("cat_boundaries must ascend from 0");
            }
        }
        int[] words = categorical > 0 ? fields.unsignedIntegers("cat_threshold", boundaries[categorical]) : new int[0];
        Split[] splits = new Split[inner];
        for (int i = 0; i < inner; i++) {
            if ((decision[i] & CATEGORICAL_BIT) != 0) {
                int set = (int) threshold[i];
                if (set != threshold[i] || set < 0 || set >= categorical) {
                    throw fields.malformed("threshold of a categorical split must be an index in [0, " + categorical
                            + "), was " + threshold[i]);
                }
                splits[i] = CategoricalSplit.of(
                        feature[i], Arrays.copyOfRange(words, boundaries[set], boundaries[set + 1]));
            } else {
                Missing missing = Missing.values()[decision[i] >> 2];
                splits[i] =
                        new NumericalSplit(feature[i], threshold[i], missing, (decision[i] & DEFAULT_LEFT_BIT) != 0);
            }
        }
        return splits;
    }

    /*
     * There are 2 * inner edges and inner + leaves - 1 = 2 * inner nodes below the root. If no node is the child of two
     * edges and node 0 of none, every other node has exactly one parent; what is left to rule out is a cycle apart from
     * the root, so the nodes reachable from the root are counted too.
     */
    private void requireOneParentEach(DecisionTree tree) {
        boolean[] innerSeen = new boolean[inner];
        boolean[] leafSeen = new boolean[leaves];
        int[] queue = new int[inner];
        innerSeen[0] = true;
        int reached = 1;
        for (int head = 0; head < reached; head++) {
            int node = queue[head];
            for (int child : new int[] {tree.left()[node], tree.right()[node]}) {
                boolean[] seen = child >= 0 ? innerSeen : leafSeen;
                int index = child >= 0 ? child : ~child;
                if (seen[index]) {
                    throw fields.malformed(
                            (child >= 0 ? "inner node " : "leaf ") + index + " is the child of more than one node");
                }
                seen[index] = true;
                if (child >= 0) {
                    queue[reached++] = child;
                }
            }
        }
        if (reached != inner) {
            throw fields.malformed((inner - reached) + " inner nodes cannot be reached from the root");
        }
    }

    private void requireCountsThatAdd(DecisionTree tree) {
        for (int node = 0; node < inner; node++) {
            long children = (long) tree.count(tree.left()[node]) + tree.count(tree.right()[node]);
            if (tree.innerCounts()[node] != children) {
                throw fields.malformed("internal_count of node " + node + " is " + tree.innerCounts()[node]
                        + ", but its children hold " + children + " rows");
            }
        }
    }
}
