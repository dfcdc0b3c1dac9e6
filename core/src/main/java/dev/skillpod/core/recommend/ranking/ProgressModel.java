package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.tree.MalformedModelException;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expected progress of a learner who finishes a content, in importance-weighted levels: over the content's skills, what it
 * promises this learner ({@link RiseRows#promise}) times the part of such promises that is kept, which is learnt from
 * measurements before and after, times the content's own efficiency (measured against that expectation, {@link
 * dev.skillpod.core.recommend.statistics.ContentStatistics#efficiency}), times what a level of the skill is worth. Thread-safe.
 */
public final class ProgressModel {
    private static final List<String> NAMES =
            Arrays.stream(RiseColumn.values()).map(RiseColumn::name).toList();

    /** The part of a promise that is taken to be kept while too little was measured. */
    private static final double USUALLY_KEPT = 0.2;

    private final @Nullable TreeEnsemble trees;

    private ProgressModel(@Nullable TreeEnsemble trees) {
        this.trees = trees;
    }

    /**
     * Reads a model.
     *
     * @param text LightGBM model text of a regression of the part kept over the columns of {@link RiseColumn}; empty for
     *     the untrained model, which expects one part of every promise to be kept
     * @throws MalformedModelException when it is anything else, or was trained on other columns
     */
    public static ProgressModel parse(String text) {
        if (text.isBlank()) {
            return new ProgressModel(null);
        }
        TreeEnsemble trees = TreeEnsemble.parse(text);
        if (!trees.featureNames().equals(NAMES)) {
            throw new MalformedModelException(
                    "the progress model was trained on other columns: " + trees.featureNames());
        }
        return new ProgressModel(trees);
    }

    /** Returns the names of the columns, in order. */
    public static List<String> columns() {
        return NAMES;
    }

    /**
     * Returns the expected progress by each of some contents, at least 0.
     *
     * @param contents their indexes
     */
    public double[] expected(RiseRows rows, int[] contents) {
        double[] kept = kept(rows, contents);
        var expected = new double[contents.length];
        int row = 0;
        for (int c = 0; c < contents.length; c++) {
            int content = contents[c];
            for (int i = 0; i < rows.skills(content); i++) {
                double rise = rows.efficiency(content) * (rows.promise(content, i) * kept[row++]);
                expected[c] += rows.worth(content, i) * rise;
            }
        }
        return expected;
    }

    /** Returns the part of its promise that each skill of each content keeps, at least 0. */
    private double[] kept(RiseRows rows, int[] contents) {
        int count = Arrays.stream(contents).map(rows::skills).sum();
        var kept = new double[count];
        if (trees == null) {
            Arrays.fill(kept, USUALLY_KEPT);
            return kept;
        }
        var matrix = new double[count * RiseColumn.count()];
        int at = 0;
        for (int content : contents) {
            for (int i = 0; i < rows.skills(content); i++) {
                rows.extract(content, i, matrix, at);
                at += RiseColumn.count();
            }
        }
        trees.predictRaw(matrix, count, kept);
        for (int row = 0; row < count; row++) {
            kept[row] = Math.max(0, trees.transform().apply(kept[row]));
        }
        return kept;
    }

    /** Returns the expected rise of a row of {@link RiseColumn} with that promise by a content of usual efficiency. */
    public double rise(double[] row, double promise) {
        return promise * kept(row);
    }

    /** Returns the part of its promise that a row of {@link RiseColumn} keeps, at least 0. */
    public double kept(double[] row) {
        return trees == null ? USUALLY_KEPT : Math.max(0, trees.predict(row));
    }

    /** Returns whether the part that is kept was learnt from measurements; otherwise one part is assumed for all. */
    public boolean trained() {
        return trees != null;
    }
}
