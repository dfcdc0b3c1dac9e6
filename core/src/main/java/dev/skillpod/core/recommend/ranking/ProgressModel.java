package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
import java.util.List;

/**
 * Expected progress of a learner who finishes a content, in importance-weighted levels: over the content's skills, what it
 * promises this learner ({@link RiseRows#promise}) times the part of such promises that is kept, which is learnt from
 * measurements before and after, times the content's own efficiency (measured against that expectation, {@link
 * dev.skillpod.core.recommend.statistics.ContentStatistics#efficiency}), times what a level of the skill is worth. Thread-safe.
 */
public final class ProgressModel {
    private static final List<String> NAMES =
            Arrays.stream(RiseColumn.values()).map(RiseColumn::name).toList();

    private final TreeEnsemble trees;

    /**
     * Makes a model.
     *
     * @param trees a regression of the part kept over the columns of {@link RiseColumn}
     * @throws IllegalArgumentException when the model was trained on other columns
     */
    public ProgressModel(TreeEnsemble trees) {
        if (!trees.featureNames().equals(NAMES)) {
            throw new IllegalArgumentException("the model was trained on other columns: " + trees.featureNames());
        }
        this.trees = trees;
    }

    /** Returns the names of the columns, in order. */
    public static List<String> columns() {
        return NAMES;
    }

    /** Returns the expected progress by a content, at least 0. */
    public double expected(RiseRows rows, int content) {
        double sum = 0;
        for (int i = 0; i < rows.skills(content); i++) {
            sum += rows.worth(content, i) * rise(rows, content, i);
        }
        return sum;
    }

    /** Returns the expected rise of a content's {@code i}-th skill, in levels, at least 0. */
    public double rise(RiseRows rows, int content, int i) {
        var row = new double[RiseColumn.count()];
        rows.extract(content, i, row, 0);
        return rows.efficiency(content) * rise(row, rows.promise(content, i));
    }

    /** Returns the expected rise of a row of {@link RiseColumn} with that promise by a content of usual efficiency. */
    public double rise(double[] row, double promise) {
        return promise * Math.max(0, trees.predict(row));
    }
}
