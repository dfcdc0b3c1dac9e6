package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.training.ShownList.Step;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;

/**
 * What an impression was worth, in expectation: the probability of a useful engagement had it been shown first, times the
 * progress expected of it.
 *
 * <p>The value is doubly robust (Dudík, Langford and Li 2011; for position bias Oosterhuis 2023): it starts from what the
 * models expect and adds what really happened beyond that, divided by the probability that the position was looked at. The
 * addition is damped, because a single outcome is mostly noise.
 */
final class Values {
    private static final double TRUST_IN_OUTCOME = 0.1;

    private final List<TreeEnsemble> relevance;
    private final PositionBias bias;

    Values(List<TreeEnsemble> relevance, PositionBias bias) {
        this.relevance = relevance;
        this.bias = bias;
    }

    /** Returns the value of each row. */
    double[] of(ImpressionRows rows) {
        double[] expected = rows.expectedProgress();
        double[] first = relevance(rows, true);
        double[] asShown = relevance(rows, false);
        var values = new double[rows.count()];
        int at = 0;
        for (ShownList list : rows.lists()) {
            for (int i = 0; i < list.contents().length; i++) {
                double useful = list.outcomes()[i].step() == Step.USEFUL ? 1 : 0;
                double surprise = (useful - asShown[at]) * bias.weight(list.positions()[i]);
                values[at] = Math.max(0, first[at] + TRUST_IN_OUTCOME * surprise) * expected[at];
                at++;
            }
        }
        return values;
    }

    /** Returns the uncalibrated probability of a useful engagement at the position each row was shown at. */
    double[] relevanceAsShown(ImpressionRows rows) {
        return relevance(rows, false);
    }

    private double[] relevance(ImpressionRows rows, boolean first) {
        int width = Feature.count() + 1;
        var mean = new double[rows.count()];
        var row = new double[width];
        int at = 0;
        for (ShownList list : rows.lists()) {
            for (int position : list.positions()) {
                System.arraycopy(rows.features(), at * Feature.count(), row, 0, Feature.count());
                row[Feature.count()] = first ? 1 : position;
                for (TreeEnsemble member : relevance) {
                    mean[at] += member.predict(row) / relevance.size();
                }
                at++;
            }
        }
        return mean;
    }
}
