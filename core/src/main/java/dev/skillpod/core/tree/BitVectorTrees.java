package dev.skillpod.core.tree;

import dev.skillpod.core.math.LeafKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * All questions of an ensemble, sorted by column and threshold, for scoring many rows at a time by {@link LeafKernels};
 * immutable and thread-safe.
 *
 * <p>A row asks a column's questions {@code column <= threshold} from the lowest threshold up, until the first yes; each no
 * takes the leaves below the left child out of the tree's word. No tree is walked, so that nothing waits for a load.
 */
final class BitVectorTrees {
    /** The most leaves of a tree: the bits of a word. */
    static final int MOST_LEAVES = Long.SIZE;

    private final LeafKernels kernels;
    /** Per column, where its conditions begin; one more entry than columns. */
    private final int[] starts;

    private final double[] thresholds;
    private final int[] trees;
    private final long[] masks;
    private final int[] firstLeaf;
    /** Outputs of the leaves, tree by tree, from left to right. */
    private final double[] values;

    private record Condition(int column, double threshold, int tree, long mask) {}

    private BitVectorTrees(List<DecisionTree> trees, ColumnPlan plan, LeafKernels kernels) {
        this.kernels = kernels;
        firstLeaf = new int[trees.size()];
        values = new double[trees.stream().mapToInt(DecisionTree::leaves).sum()];
        List<Condition> conditions = new ArrayList<>();
        int leaf = 0;
        for (int t = 0; t < trees.size(); t++) {
            firstLeaf[t] = leaf;
            DecisionTree tree = trees.get(t);
            leaf += lay(tree, t, tree.leaves() == 1 ? ~0 : 0, 0, plan, conditions);
        }
        conditions.sort(Comparator.comparingInt(Condition::column).thenComparingDouble(Condition::threshold));
        starts = new int[plan.size() + 1];
        conditions.forEach(c -> starts[c.column + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        thresholds = conditions.stream().mapToDouble(Condition::threshold).toArray();
        this.trees = conditions.stream().mapToInt(Condition::tree).toArray();
        masks = conditions.stream().mapToLong(Condition::mask).toArray();
    }

    /** Returns whether trees fit: none has more than {@value #MOST_LEAVES} leaves. */
    static boolean fit(List<DecisionTree> trees) {
        return trees.stream().allMatch(tree -> tree.leaves() <= MOST_LEAVES);
    }

    /** Lays out trees that {@link #fit}; {@code plan} knows the columns of their splits. */
    static BitVectorTrees of(List<DecisionTree> trees, ColumnPlan plan, LeafKernels kernels) {
        return new BitVectorTrees(trees, plan, kernels);
    }

    /** Lays out a subtree whose leftmost leaf has number {@code first} in its tree, and returns how many leaves it has. */
    private int lay(DecisionTree tree, int t, int node, int first, ColumnPlan plan, List<Condition> conditions) {
        if (node < 0) {
            values[firstLeaf[t] + first] = tree.leafValues()[~node];
            return 1;
        }
        int left = lay(tree, t, tree.left()[node], first, plan, conditions);
        Split split = tree.splits()[node];
        int column = plan.indexOf(split);
        // Column 0 is minus infinity and never says no.
        if (column > 0) {
            long ruledOut = -1L >>> (Long.SIZE - left) << first;
            conditions.add(new Condition(column, ColumnPlan.thresholdOf(split), t, ~ruledOut));
        }
        return left + lay(tree, t, tree.right()[node], first + left, plan, conditions);
    }

    /**
     * Adds the trees over a block of rows, in the order of the trees.
     *
     * @param columns the block's columns; those beyond {@code rows} are overwritten
     * @param stride distance between columns, a multiple of the kernels' lanes
     * @param rows rows in the block, in [1, {@code stride}]
     * @param sums receives the sums; {@code stride} long, those beyond {@code rows} are undefined
     */
    void addTo(double[] columns, int stride, int rows, double[] sums) {
        int lanes = kernels.lanes();
        int padded = (rows + lanes - 1) / lanes * lanes;
        long[] common = new long[firstLeaf.length];
        Arrays.fill(common, -1L);
        int[] from = new int[starts.length - 1];
        for (int column = 1; column < from.length; column++) {
            int at = column * stride;
            from[column] = askTogether(column, least(columns, at, rows), common);
            Arrays.fill(columns, at + rows, at + padded, Double.NEGATIVE_INFINITY);
        }
        long[] bits = new long[common.length * lanes];
        for (int row = 0; row < rows; row += lanes) {
            kernels.spread(common, bits);
            for (int column = 1; column < from.length; column++) {
                kernels.clear(
                        columns,
                        column * stride + row,
                        thresholds,
                        trees,
                        masks,
                        from[column],
                        starts[column + 1],
                        bits);
            }
            kernels.addLowest(bits, firstLeaf, values, sums, row);
        }
    }

    /** Asks the questions that every row of the block answers with no, and returns where the other questions begin. */
    private int askTogether(int column, double least, long[] common) {
        int i = starts[column];
        for (; i < starts[column + 1] && least > thresholds[i]; i++) {
            common[trees[i]] &= masks[i];
        }
        return i;
    }

    private static double least(double[] columns, int at, int rows) {
        double least = columns[at];
        for (int row = 1; row < rows; row++) {
            least = Math.min(least, columns[at + row]);
        }
        return least;
    }
}
