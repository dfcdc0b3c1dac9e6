package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.Recency;

/** An ALS model as a scorer of plain histories: folds the history in and scores all items. Immutable and thread-safe. */
public final class AlsScorer implements HistoryScorer {
    private final AlsModel model;
    private final double recency;

    /**
     * Wraps a model.
     *
     * @param recency exponent by which older items of a history weigh less, in [0, 10]; the weights keep a mean of 1
     */
    public AlsScorer(AlsModel model, double recency) {
        this.model = model;
        this.recency = Recency.require(recency);
    }

    /** Returns the same model with another recency. */
    public AlsScorer withRecency(double exponent) {
        return new AlsScorer(model, exponent);
    }

    /** Returns the exponent by which older items of a history weigh less. */
    public double recency() {
        return recency;
    }

    @Override
    public int items() {
        return model.itemCount();
    }

    @Override
    public void scoreAll(int[] history, float[] out) {
        float[] weights = Recency.weights(history.length, recency);
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) (weights.length / sum);
        }
        model.scoreAll(model.foldIn(history, weights), out);
    }
}
