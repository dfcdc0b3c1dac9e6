package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.tree.TreeEnsemble;

/**
 * The probability of a stage for applications that come to no later one: boosted trees over {@link OutcomeColumn}, mixed with
 * the logit of {@link SuccessWeights} where that speaks of the same stage, and calibrated. Immutable and thread-safe.
 *
 * @param trees raw scores are logits
 * @param treeShare share of the trees in the mixed logit, in [0, 1]
 * @param calibration of the mixture
 */
record StageModel(TreeEnsemble trees, double treeShare, BetaCalibration calibration) {
    double probability(double[] columns) {
        return calibration.probability(raw(columns));
    }

    double raw(double[] columns) {
        double logit = (1 - treeShare) * columns[OutcomeColumn.LOGIT.ordinal()];
        return Logit.sigmoid(treeShare == 0 ? logit : logit + treeShare * trees.predictRaw(columns));
    }
}
