package dev.skillpod.core.tree;

import java.util.function.IntFunction;

/**
 * One tree, prepared for {@link TreeShap}; immutable and thread-safe.
 *
 * <p>Nodes are numbered in preorder; node k's edges to its left and right child are the slots 2k + 1 and 2k + 2. Slot 0
 * stands for the way into the root.
 */
final class ShapTree {
    private static final int PER_NODE = 4;
    private static final int STATES = 3;

    private final int nodes;
    private final int quadrature;
    /** Per node: column of its split, feature of its split, slot above it, nearest slot above it on the same feature. */
    private final int[] links;

    private final double[] thresholds;
    /**
     * Per slot and state, {@code quadrature} factors and then {@code quadrature} gains.
     *
     * <p>State 0: the row takes this edge and took all edges above it on the same feature. State 1: it does not take this
     * one but took those. State 2: it missed one of those. See the comment in {@link TreeShap}.
     */
    private final double[] table;

    private ShapTree(int nodes, int quadrature, int[] links, double[] thresholds, double[] table) {
        this.nodes = nodes;
        this.quadrature = quadrature;
        this.links = links;
        this.thresholds = thresholds;
        this.table = table;
    }

    /** Slots times quadrature points: the scratch that {@link #addTo} needs. */
    int scratch() {
        return slots() * quadrature;
    }

    int slots() {
        return 2 * nodes + 1;
    }

    /** How many numbers the tree's table holds. */
    static long tableSize(Outline outline) {
        return (2L * outline.nodes() + 1) * STATES * 2 * outline.quadrature();
    }

    static ShapTree of(DecisionTree tree, Outline outline, ColumnPlan plan, IntFunction<GaussLegendre> rules) {
        int nodes = outline.nodes();
        int q = outline.quadrature();
        int[] links = new int[nodes * PER_NODE];
        double[] thresholds = new double[nodes];
        double[] table = new double[Math.toIntExact(tableSize(outline))];
        double[] cover = new double[2 * nodes + 1];
        cover[0] = 1;
        GaussLegendre rule = rules.apply(q);
        for (int k = 0; k < nodes; k++) {
            int source = outline.order()[k];
            Split split = tree.splits()[source];
            int same = outline.same()[k];
            links[k * PER_NODE] = plan.indexOf(split);
            links[k * PER_NODE + 1] = split.feature();
            links[k * PER_NODE + 2] = outline.above()[k];
            links[k * PER_NODE + 3] = same;
            thresholds[k] = ColumnPlan.thresholdOf(split);
            for (int side = 0; side < 2; side++) {
                int child = side == 0 ? tree.left()[source] : tree.right()[source];
                int slot = 2 * k + 1 + side;
                cover[slot] = cover[same] * tree.count(child) / tree.count(source);
                fill(table, slot * STATES * 2 * q, cover[slot], cover[same], rule);
                if (child < 0) {
                    scale(table, slot * STATES * 2 * q, tree.leafValues()[~child], rule.weights());
                }
            }
        }
        return new ShapTree(nodes, q, links, thresholds, table);
    }

    private static void fill(double[] table, int from, double cover, double above, GaussLegendre rule) {
        int q = rule.points().length;
        for (int i = 0; i < q; i++) {
            double t = rule.points()[i];
            double taken = t + cover * (1 - t);
            double missed = cover * (1 - t);
            double takenAbove = t + above * (1 - t);
            double gainAbove = (1 - above) / takenAbove;
            table[from + i] = taken / takenAbove;
            table[from + q + i] = (1 - cover) / taken - gainAbove;
            table[from + 2 * q + i] = missed / takenAbove;
            table[from + 3 * q + i] = -1 / (1 - t) - gainAbove;
            table[from + 4 * q + i] = cover / above;
            table[from + 5 * q + i] = 0;
        }
    }

    /** Folds a leaf's output and the quadrature's weights into the factors of the edge that leads to it. */
    private static void scale(double[] table, int from, double output, double[] weights) {
        int q = weights.length;
        for (int state = 0; state < STATES; state++) {
            for (int i = 0; i < q; i++) {
                table[from + state * 2 * q + i] *= output * weights[i];
            }
        }
    }

    /**
     * Adds the tree's contributions.
     *
     * @param columns the row's columns
     * @param contributions receives one addition per inner node, at the node's feature
     * @param products scratch, at least {@link #scratch} long
     * @param rows scratch, at least {@link #slots} long; holds where a slot's state starts in the table
     */
    void addTo(double[] columns, double[] contributions, double[] products, int[] rows) {
        int q = quadrature;
        int width = 2 * q;
        for (int i = 0; i < q; i++) {
            products[i] = 1;
        }
        rows[0] = 0;
        for (int k = 0, left = q, slot = 1; k < nodes; k++, left += width, slot += 2) {
            double difference = thresholds[k] - columns[links[k * PER_NODE]];
            int right = (int) (Double.doubleToRawLongBits(difference) >>> 63);
            int same = links[k * PER_NODE + 3];
            // A slot is in state 0 exactly when its table row is the first of its three.
            boolean taken = rows[same] == same * STATES * width;
            int leftRow = slot * STATES * width + (taken ? right * width : 2 * width);
            int rightRow = (slot + 1) * STATES * width + (taken ? width - right * width : 2 * width);
            rows[slot] = leftRow;
            rows[slot + 1] = rightRow;
            int above = links[k * PER_NODE + 2] * q;
            for (int i = 0; i < q; i++) {
                double product = products[above + i];
                products[left + i] = product * table[leftRow + i];
                products[left + q + i] = product * table[rightRow + i];
            }
        }
        for (int k = nodes - 1, left = q + k * width; k >= 0; k--, left -= width) {
            int leftGain = rows[2 * k + 1] + q;
            int rightGain = rows[2 * k + 2] + q;
            int above = links[k * PER_NODE + 2] * q;
            double sum = 0;
            for (int i = 0; i < q; i++) {
                double below = products[left + i];
                double belowRight = products[left + q + i];
                sum += below * table[leftGain + i] + belowRight * table[rightGain + i];
                products[above + i] = below + belowRight;
            }
            contributions[links[k * PER_NODE + 1]] += sum;
        }
    }

    /**
     * The shape of a tree in preorder.
     *
     * @param order the inner nodes in preorder
     * @param above per node in preorder, the slot of the edge that leads to it
     * @param same per node in preorder, the nearest slot above it on the same feature, 0 when there is none
     * @param quadrature points needed: half the most features on one path, rounded up
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Outline(int[] order, int[] above, int[] same, int quadrature) {
        int nodes() {
            return order.length;
        }

        /**
         * Walks a tree.
         *
         * @param latest scratch, one entry per feature, all 0 before and after
         */
        static Outline of(DecisionTree tree, int[] latest) {
            int nodes = tree.leaves() - 1;
            Outline shape = new Outline(new int[nodes], new int[nodes], new int[nodes], 0);
            int[] path = new int[nodes];
            byte[] visits = new byte[nodes];
            int depth = 1;
            int next = 1;
            int distinct = 0;
            int most = 0;
            while (depth > 0) {
                int k = path[depth - 1];
                int source = shape.order[k];
                int feature = tree.splits()[source].feature();
                int visit = visits[k]++;
                if (visit == 0) {
                    shape.same[k] = latest[feature];
                    distinct += latest[feature] == 0 ? 1 : 0;
                    most = Math.max(most, distinct);
                }
                if (visit == 2) {
                    latest[feature] = shape.same[k];
                    distinct -= shape.same[k] == 0 ? 1 : 0;
                    depth--;
                    continue;
                }
                latest[feature] = 2 * k + 1 + visit;
                int child = visit == 0 ? tree.left()[source] : tree.right()[source];
                if (child >= 0) {
                    shape.order[next] = child;
                    shape.above[next] = 2 * k + 1 + visit;
                    path[depth++] = next++;
                }
            }
            return new Outline(shape.order, shape.above, shape.same, (most + 1) / 2);
        }
    }
}
