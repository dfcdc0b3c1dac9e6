package dev.skillpod.core.tree;

import dev.skillpod.core.math.LeafKernels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gradient-boosted tree model, read from LightGBM's text format and evaluated without native code; immutable and
 * thread-safe.
 *
 * <p>A row is one value per feature, in the order of {@link #featureNames}. NaN is a missing value; each split knows where
 * missing values go. Values in [−1e-35, 1e-35] count as zero. Categorical features are read as integers; an unknown
 * category, a negative number and NaN belong to no set. Infinite values are legal.
 *
 * <p>Results are those of LightGBM 4 bit for bit, since the same doubles are summed in the same order (Ke et al.,
 * "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NIPS 2017).
 */
public final class TreeEnsemble {
    private final List<String> featureNames;
    private final OutputTransform transform;
    private final List<DecisionTree> trees;
    private final ColumnPlan plan;
    private final FlatTrees flat;
    /** For batches of rows; null when a tree has too many leaves, so that the walk serves them too. */
    private final @Nullable BitVectorTrees bits;

    private final double expectedValue;

    private TreeEnsemble(ModelTextReader.Contents contents) {
        featureNames = contents.featureNames();
        transform = contents.transform();
        trees = List.copyOf(contents.trees());
        plan = new ColumnPlan();
        flat = FlatTrees.of(trees, plan);
        plan.seal();
        bits = BitVectorTrees.fit(trees) ? BitVectorTrees.of(trees, plan, LeafKernels.best()) : null;
        expectedValue = trees.stream().mapToDouble(DecisionTree::expectedValue).sum();
    }

    /**
     * Reads a model text as LightGBM's {@code save_model} writes it (versions v3 and v4).
     *
     * <p>Supported are single-output boosted trees with numerical and categorical splits. The text may come from an
     * untrusted source: it costs time and memory in proportion to its length. What follows {@code end of trees} is ignored.
     *
     * @param modelText the whole text
     * @return the model
     * @throws MalformedModelException when the text is damaged, inconsistent, or a kind of model that is not supported
     */
    public static TreeEnsemble parse(String modelText) {
        return new TreeEnsemble(ModelTextReader.read(modelText));
    }

    /** Returns the features' names, in the order of a row; distinct, never empty. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Returns the number of trees, at least 1. */
    public int treeCount() {
        return trees.size();
    }

    /** Returns the mean raw score over the training rows, from the leaves' row counts: the base value of {@link TreeShap}. */
    public double expectedValue() {
        return expectedValue;
    }

    /** Returns how a raw score becomes a prediction. */
    public OutputTransform transform() {
        return transform;
    }

    /**
     * Returns the raw score of one row: the sum of its leaves' outputs, with the bias that LightGBM folds into the first
     * tree.
     *
     * @param row one value per feature
     * @return the raw score, in log-odds for binary models, in the label's unit for regression, without a unit for ranking
     * @throws IllegalArgumentException when the row's length is not the number of features
     */
    public double predictRaw(double[] row) {
        return flat.sum(columns(row));
    }

    /**
     * Returns the prediction of one row: {@link #predictRaw} after {@link #transform}.
     *
     * @param row one value per feature
     * @return a probability for binary models, the raw score for ranking and plain regression
     * @throws IllegalArgumentException when the row's length is not the number of features
     */
    public double predict(double[] row) {
        return transform.apply(predictRaw(row));
    }

    /**
     * Computes the raw scores of many rows.
     *
     * @param rowsRowMajor row r occupies {@code [r * features, (r + 1) * features)}
     * @param rows number of rows, at least 0
     * @param out receives the raw scores; at least {@code rows} long
     * @throws IllegalArgumentException when a length does not fit
     */
    public void predictRaw(double[] rowsRowMajor, int rows, double[] out) {
        int features = featureNames.size();
        if (rows < 0 || rowsRowMajor.length != (long) rows * features) {
            throw new IllegalArgumentException("rowsRowMajor must hold rows * features = " + rows + " * " + features
                    + " values, held " + rowsRowMajor.length);
        }
        if (out.length < rows) {
            throw new IllegalArgumentException("out must hold at least " + rows + " values, held " + out.length);
        }
        if (rows == 0) {
            return;
        }
        double[] columns = new double[Math.multiplyExact(plan.size(), FlatTrees.BLOCK)];
        double[] sums = new double[FlatTrees.BLOCK];
        for (int first = 0; first < rows; first += FlatTrees.BLOCK) {
            int count = Math.min(FlatTrees.BLOCK, rows - first);
            plan.derive(rowsRowMajor, features, first, count, columns, FlatTrees.BLOCK);
            Arrays.fill(sums, 0.0);
            if (bits != null) {
                bits.addTo(columns, FlatTrees.BLOCK, count, sums);
            } else {
                flat.addTo(columns, count, sums);
            }
            System.arraycopy(sums, 0, out, first, count);
        }
    }

    /** Returns the trees, for {@link TreeShap}. */
    List<DecisionTree> trees() {
        return trees;
    }

    /** Returns the columns that the trees' splits read, for {@link TreeShap}. */
    ColumnPlan plan() {
        return plan;
    }

    /** Derives the columns of one row, with stride 1. */
    double[] columns(double[] row) {
        if (row.length != featureNames.size()) {
            throw new IllegalArgumentException(
                    "row must hold " + featureNames.size() + " values, one per feature, held " + row.length);
        }
        double[] columns = new double[plan.size()];
        plan.derive(row, row.length, 0, 1, columns, 1);
        return columns;
    }
}
