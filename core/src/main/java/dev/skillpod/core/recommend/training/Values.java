package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.training.ShownList.Step;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
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
    private final InversePropensities weights;

    Values(List<TreeEnsemble> relevance, PositionBias bias, InversePropensities weights) {
        this.weights = weights;
        this.relevance = relevance;
        this.bias = bias;
    }

    /** Returns the value of each row. */
    double[] of(ImpressionRows rows) {
        double[] expected = rows.expectedProgress();
        var top = new int[rows.count()];
        Arrays.fill(top, 1);
        double[] first = relevance(rows, top);
        double[] asShown = relevanceAsShown(rows);
        var values = new double[rows.count()];
        int at = 0;
        for (ShownList list : rows.lists()) {
            for (int i = 0; i < list.contents().length; i++) {
                double useful = list.outcomes()[i].step() == Step.USEFUL ? 1 : 0;
                double surprise = (useful - asShown[at])
                        * bias.weight(list.positions()[i])
                        * weights.weight(list.propensities()[i]);
                values[at] = Math.max(0, first[at] + TRUST_IN_OUTCOME * surprise) * expected[at];
                at++;
            }
        }
        return values;
    }

    /** Returns the uncalibrated probability of a useful engagement at the position each row was shown at. */
    double[] relevanceAsShown(ImpressionRows rows) {
        return relevance(
                rows,
                rows.lists().stream()
                        .flatMapToInt(l -> Arrays.stream(l.positions()))
                        .toArray());
    }

    /** Returns the uncalibrated probability of a useful engagement of each row at a position of one's choice. */
    double[] relevance(ImpressionRows rows, int[] positions) {
        int width = Feature.count() + 1;
        var mean = new double[rows.count()];
        var row = new double[width];
        for (int at = 0; at < mean.length; at++) {
            System.arraycopy(rows.features(), at * Feature.count(), row, 0, Feature.count());
            row[Feature.count()] = positions[at];
            for (TreeEnsemble member : relevance) {
                mean[at] += member.predict(row) / relevance.size();
            }
        }
        return mean;
    }
}
