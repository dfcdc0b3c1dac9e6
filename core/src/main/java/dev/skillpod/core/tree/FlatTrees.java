package dev.skillpod.core.tree;

import java.util.List;

/**
 * All trees of an ensemble in two flat arrays, and the walk through them; immutable and thread-safe.
 *
 * <p>Many rows, where a tree is too large for {@link BitVectorTrees}, are walked eight at a time through one tree, so that eight chains of dependent loads overlap, and in blocks of
 * {@value #BLOCK} so that the block's columns stay in the first-level cache while the trees stream past. A single row is
 * walked through eight trees at a time.
 */
final class FlatTrees {
    /** Rows per block; a power of two and a multiple of {@link #LANES}. */
    static final int BLOCK = 64;

    private static final int LANES = 8;
    private static final int BLOCK_SHIFT = 6;
    private static final long LEAF = Long.MIN_VALUE;
    /** The column's number alone: bit 63, the mark of a leaf, lands above it. */
    private static final int COLUMN_MASK = (1 << (31 - BLOCK_SHIFT)) - 1;

    /*
     * A node is a long and a double. The long's low half is the left child; the right child is the next node after it.
     * Its high half is the column times BLOCK; bit 63 marks a leaf. The double is the threshold, or the leaf's output.
     *
     * Going right is the sign bit of (threshold - x): no branch to predict. It is exact for every x but NaN, which columns
     * never hold: gradual underflow gives a zero difference only for equal numbers, that zero is +0.0 because thresholds
     * are never -0.0, and an infinite x gives an infinite difference of the right sign.
     *
     * A leaf is its own left child and reads column 0, which is minus infinity, so a row that has arrived stays.
     */
    private final long[] links;
    private final double[] values;
    private final int[] roots;

    private FlatTrees(long[] links, double[] values, int[] roots) {
        this.links = links;
        this.values = values;
        this.roots = roots;
    }

    /** Lays out the trees, asking {@code plan} for the columns of their splits. */
    static FlatTrees of(List<DecisionTree> trees, ColumnPlan plan) {
        int nodes = trees.stream().mapToInt(tree -> 2 * tree.leaves() - 1).reduce(0, Math::addExact);
        FlatTrees flat = new FlatTrees(new long[nodes], new double[nodes], new int[trees.size()]);
        int next = 0;
        for (int t = 0; t < trees.size(); t++) {
            flat.roots[t] = next;
            next = flat.lay(trees.get(t), next, plan);
        }
        return flat;
    }

    /** Lays out one tree breadth first, so that siblings are neighbours. */
    private int lay(DecisionTree tree, int root, ColumnPlan plan) {
        int[] source = new int[2 * tree.leaves() - 1];
        source[0] = tree.leaves() == 1 ? ~0 : 0;
        int end = 1;
        for (int i = 0; i < source.length; i++) {
            int node = root + i;
            if (source[i] < 0) {
                links[node] = LEAF | node;
                values[node] = tree.leafValues()[~source[i]];
            } else {
                Split split = tree.splits()[source[i]];
                links[node] = (long) plan.assign(split) << (32 + BLOCK_SHIFT) | (root + end);
                values[node] = ColumnPlan.thresholdOf(split);
                source[end++] = tree.left()[source[i]];
                source[end++] = tree.right()[source[i]];
            }
        }
        return root + end;
    }

    int trees() {
        return roots.length;
    }

    /**
     * Sums the trees over one row, eight trees at a time, so that their dependent loads overlap.
     *
     * @param columns the row's columns, as {@link ColumnPlan#derive} with stride 1 gives them
     */
    double sum(double[] columns) {
        long[] l = links;
        double[] v = values;
        double sum = 0;
        int tree = 0;
        for (; tree <= roots.length - LANES; tree += LANES) {
            int n0 = roots[tree], n1 = roots[tree + 1], n2 = roots[tree + 2], n3 = roots[tree + 3];
            int n4 = roots[tree + 4], n5 = roots[tree + 5], n6 = roots[tree + 6], n7 = roots[tree + 7];
            while (true) {
                long l0 = l[n0], l1 = l[n1], l2 = l[n2], l3 = l[n3], l4 = l[n4], l5 = l[n5], l6 = l[n6], l7 = l[n7];
                if ((l0 & l1 & l2 & l3 & l4 & l5 & l6 & l7) < 0) {
                    break;
                }
                n0 = next(l0, v[n0], columns);
                n1 = next(l1, v[n1], columns);
                n2 = next(l2, v[n2], columns);
                n3 = next(l3, v[n3], columns);
                n4 = next(l4, v[n4], columns);
                n5 = next(l5, v[n5], columns);
                n6 = next(l6, v[n6], columns);
                n7 = next(l7, v[n7], columns);
            }
            // One after the other, in the order of the trees: sums are those of LightGBM bit for bit.
            sum = sum + v[n0] + v[n1] + v[n2] + v[n3] + v[n4] + v[n5] + v[n6] + v[n7];
        }
        for (; tree < roots.length; tree++) {
            int node = roots[tree];
            for (long link = l[node]; link >= 0; link = l[node]) {
                node = next(link, v[node], columns);
            }
            sum += v[node];
        }
        return sum;
    }

    /**
     * Adds the trees over a block of rows, in the order of the trees.
     *
     * @param columns the block's columns, with stride {@link #BLOCK}
     * @param rows rows in the block, in [1, {@link #BLOCK}]
     * @param sums receives the sums; {@link #BLOCK} long, those beyond {@code rows} are undefined
     */
    void addTo(double[] columns, int rows, double[] sums) {
        for (int root : roots) {
            for (int row = 0; row < rows; row += LANES) {
                walk(columns, row, root, sums);
            }
        }
    }

    private void walk(double[] columns, int row, int root, double[] sums) {
        long[] l = links;
        double[] v = values;
        int n0 = root, n1 = root, n2 = root, n3 = root, n4 = root, n5 = root, n6 = root, n7 = root;
        while (true) {
            long l0 = l[n0], l1 = l[n1], l2 = l[n2], l3 = l[n3], l4 = l[n4], l5 = l[n5], l6 = l[n6], l7 = l[n7];
            if ((l0 & l1 & l2 & l3 & l4 & l5 & l6 & l7) < 0) {
                break;
            }
            n0 = next(l0, v[n0], columns, row);
            n1 = next(l1, v[n1], columns, row + 1);
            n2 = next(l2, v[n2], columns, row + 2);
            n3 = next(l3, v[n3], columns, row + 3);
            n4 = next(l4, v[n4], columns, row + 4);
            n5 = next(l5, v[n5], columns, row + 5);
            n6 = next(l6, v[n6], columns, row + 6);
            n7 = next(l7, v[n7], columns, row + 7);
        }
        sums[row] += v[n0];
        sums[row + 1] += v[n1];
        sums[row + 2] += v[n2];
        sums[row + 3] += v[n3];
        sums[row + 4] += v[n4];
        sums[row + 5] += v[n5];
        sums[row + 6] += v[n6];
        sums[row + 7] += v[n7];
    }

    private static int next(long link, double threshold, double[] columns, int row) {
        double difference = threshold - columns[((int) (link >>> 32) & Integer.MAX_VALUE) + row];
        return (int) link + (int) (Double.doubleToRawLongBits(difference) >>> 63);
    }

    private static int next(long link, double threshold, double[] columns) {
        double difference = threshold - columns[(int) (link >>> (32 + BLOCK_SHIFT)) & COLUMN_MASK];
        return (int) link + (int) (Double.doubleToRawLongBits(difference) >>> 63);
    }
}
