package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.tree.TreeEnsemble;

/**
 * Expected progress of a learner who finishes a content, in importance-weighted levels: what the content promises this
 * learner ({@link Feature#LIKELY_PROGRESS}) times the part of such promises that is kept, which is learnt from assessments
 * before and after. Thread-safe.
 */
public final class ProgressModel {
    private final TreeEnsemble trees;

    /** Makes a model from a regression of the part kept over the columns of {@link Feature}. */
    public ProgressModel(TreeEnsemble trees) {
        Columns.require(trees);
        this.trees = trees;
    }

    /** Returns the expected progress of one feature row, at least 0. */
    public double expected(double[] row) {
        return promise(row, 0) * Math.max(0, trees.predict(row));
    }

    /** Returns what a content promises, for the feature row that begins at {@code at}. */
    public static double promise(double[] rows, int at) {
        return rows[at + Feature.LIKELY_PROGRESS.ordinal()];
    }
}
