package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeShap;

/**
 * Orders candidates by what they are expected to bring the learner, and splits each score into contributions.
 * Thread-safe.
 */
public final class ContentRanker {
    private final TreeEnsemble trees;
    private final TreeShap shap;
    private final ScoreScale scale;

    /**
     * Makes a ranker.
     *
     * @param trees a LambdaRank model over the columns of {@link Feature}
     * @throws IllegalArgumentException when the model was trained on other columns
     */
    public ContentRanker(TreeEnsemble trees, ScoreScale scale) {
        Columns.require(trees);
        this.trees = trees;
        this.shap = TreeShap.of(trees);
        this.scale = scale;
    }

    /**
     * Scores many rows.
     *
     * @param rows feature rows, one after the other
     * @param count number of rows
     * @return the score of each, in (0, 1)
     */
    public double[] score(double[] rows, int count) {
        var scores = new double[count];
        trees.predictRaw(rows, count, scores);
        for (int i = 0; i < count; i++) {
            scores[i] = scale.score(scores[i]);
        }
        return scores;
    }

    /**
     * Splits the score of one row.
     *
     * @param row one feature row
     * @return one contribution per feature and, last, the base; they sum to the score
     */
    public double[] contributions(double[] row) {
        double[] contributions = shap.contributions(row);
        int features = contributions.length - 1;
        double base = contributions[features];
        double raw = base;
        for (int f = 0; f < features; f++) {
            raw += contributions[f];
        }
        double worth = scale.chord(base, raw);
        for (int f = 0; f < features; f++) {
            contributions[f] *= worth;
        }
        contributions[features] = scale.score(base);
        return contributions;
    }
}
