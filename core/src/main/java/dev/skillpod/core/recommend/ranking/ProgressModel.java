package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.tree.TreeEnsemble;

/**
 * Expected progress of a learner who finishes a content: importance-weighted levels, learnt from assessments before and
 * after. Thread-safe.
 */
public final class ProgressModel {
    private final TreeEnsemble trees;

    /** Makes a model from a regression over the columns of {@link dev.skillpod.core.recommend.feature.Feature}. */
    public ProgressModel(TreeEnsemble trees) {
        Columns.require(trees);
        this.trees = trees;
    }

    /** Returns the expected progress of one feature row, at least 0. */
    public double expected(double[] row) {
        return Math.max(0, trees.predict(row));
    }
}
