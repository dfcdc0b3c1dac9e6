package dev.skillpod.core.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits raw scores into one contribution per feature: the Shapley values of path-dependent TreeSHAP; immutable and
 * thread-safe.
 *
 * <p>The game is that of Lundberg, Erion and Lee ("Consistent Individualized Feature Attribution for Tree Ensembles", 2018,
 * algorithm 1), which LightGBM's {@code pred_contrib} plays too: a feature that is not in the coalition lets both children
 * of a node speak, each with its share of the training rows. The contributions and the base value sum to {@link
 * TreeEnsemble#predictRaw}. The values are theirs; the computation is not: a Gauss–Legendre quadrature over tables made
 * beforehand takes the place of their extending and unwinding of paths, in time proportional to nodes times features on a
 * path.
 */
public final class TreeShap {
    /*
     * Take a leaf with output v. On its path each feature j has a share z_j (the product of the shares of the path's
     * children that split on j) and a flag o_j (1 when the row agrees with all of those splits, else 0). A coalition S
     * earns v * prod_{j in S} o_j * prod_{j not in S} z_j, so the Shapley value of feature i at this leaf is
     *
     *     v (o_i - z_i) * sum_{S without i} |S|! (D-|S|-1)! / D! * prod_{j in S} o_j * prod_{j not in S, j != i} z_j.
     *
     * The weights are Beta integrals (Owen, "Multilinear Extensions of Games", 1972), which turns the sum over subsets
     * into the integral over t in [0, 1] of a polynomial of degree D-1:
     *
     *     v (o_i - z_i) * integral prod_{j != i} f_j(t) dt,   f_j(t) = o_j t + z_j (1-t).
     *
     * Gauss-Legendre with ceil(D/2) points is exact for it. With P(t) = prod_j f_j(t), the integrand is
     * (o_i - z_i)/f_i(t) * P(t) v. P is built from the root down, one factor per edge; when an edge splits on a feature
     * that was split on before, its factor is f_new/f_old. The products at the leaves are then summed from the leaves up,
     * and each edge adds, for its feature, [(o - z)/f]_new - [(o - z)/f]_old times the sum below it (the bottom-up
     * summation is that of Yu et al., "Linear TreeShap", NeurIPS 2022). Since flags are 0 or 1 there are only three cases
     * per edge, so that all factors and gains are tabulated beforehand (ShapTree) and no division is left. Products may
     * underflow to 0 on absurdly deep paths, where they no longer matter; they are never divided by.
     */

    /** The largest tables taken together, in numbers: 256 MiB. */
    private static final long MAX_TABLE = 1L << 25;

    private final TreeEnsemble ensemble;
    private final List<ShapTree> trees;
    private final int products;
    private final int slots;

    private TreeShap(TreeEnsemble ensemble, List<ShapTree> trees) {
        this.ensemble = ensemble;
        this.trees = trees;
        this.products = trees.stream().mapToInt(ShapTree::scratch).max().orElse(0);
        this.slots = trees.stream().mapToInt(ShapTree::slots).max().orElse(0);
    }

    /**
     * Prepares an ensemble, which takes about 50 bytes per edge and per two features on the longest path of its tree.
     *
     * @param ensemble the model to explain
     * @throws IllegalArgumentException when the tables would exceed 256 MiB, as those of a damaged or hostile model may
     */
    public static TreeShap of(TreeEnsemble ensemble) {
        Map<Integer, GaussLegendre> rules = new HashMap<>();
        int[] latest = new int[ensemble.featureNames().size()];
        List<ShapTree> trees = new ArrayList<>();
        long size = 0;
        for (DecisionTree tree : ensemble.trees()) {
            if (tree.leaves() > 1) {
                ShapTree.Outline outline = ShapTree.Outline.of(tree, latest);
                size += ShapTree.tableSize(outline);
                if (size > MAX_TABLE) {
                    throw new IllegalArgumentException(
                            "the model's trees are too deep to explain: the tables would exceed 256 MiB");
                }
                trees.add(
                        ShapTree.of(tree, outline, ensemble.plan(), n -> rules.computeIfAbsent(n, GaussLegendre::of)));
            }
        }
        return new TreeShap(ensemble, List.copyOf(trees));
    }

    /**
     * Returns the contributions of one row's features to its raw score.
     *
     * @param row one value per feature, NaN for missing
     * @return a new array of features + 1 values in the raw score's unit: one per feature in the order of the row, then the
     *     base value {@link TreeEnsemble#expectedValue}; features that the model never splits on get 0
     * @throws IllegalArgumentException when the row's length is not the number of features
     */
    public double[] contributions(double[] row) {
        double[] columns = ensemble.columns(row);
        double[] contributions = new double[row.length + 1];
        double[] scratch = new double[products];
        int[] states = new int[slots];
        for (ShapTree tree : trees) {
            tree.addTo(columns, contributions, scratch, states);
        }
        contributions[row.length] = ensemble.expectedValue();
        return contributions;
    }
}
