package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;

/**
 * Calibrated probability of a useful engagement with a content shown first, by an ensemble of boosted trees, each fitted to
 * its own bootstrap sample of learners (Breiman 1996). Thread-safe.
 *
 * <p>A row has one column more than {@link Feature}: the position shown at, which is 1 when asking (position as a feature
 * takes the position's effect out of the others).
 */
public final class RelevanceModel {
    /** Name of the position's column. */
    public static final String POSITION = "POSITION";

    /** Observations that a learner nobody has seen counts for. */
    private static final double PRIOR_EVIDENCE = 5;

    /** Half width of an 80 % interval in standard deviations. */
    private static final double Z_80 = 1.2816;

    private final List<TreeEnsemble> members;
    private final IsotonicCalibration calibration;

    /** Makes a model of at least two members. */
    public RelevanceModel(List<TreeEnsemble> members, IsotonicCalibration calibration) {
        if (members.size() < 2) {
            throw new IllegalArgumentException("members must be at least 2, were " + members.size());
        }
        this.members = List.copyOf(members);
        this.calibration = calibration;
    }

    /**
     * Estimates the relevance of one row.
     *
     * @param row the features
     * @param evidence how much is known of the learner, in observations, at least 0
     */
    public Relevance estimate(double[] row, double evidence) {
        var withPosition = new double[row.length + 1];
        System.arraycopy(row, 0, withPosition, 0, row.length);
        withPosition[row.length] = 1;
        double sum = 0;
        double squares = 0;
        double scores = 0;
        for (TreeEnsemble member : members) {
            double score = member.predict(withPosition);
            double p = calibration.probability(score);
            scores += score;
            sum += p;
            squares += p * p;
        }
        int n = members.size();
        double mean = sum / n;
        double spread = Math.max(0, squares / n - mean * mean) * n / (n - 1);
        double p = calibration.probability(scores / n);
        double own = p * (1 - p) / (PRIOR_EVIDENCE + evidence);
        double width = 2 * Z_80 * Math.sqrt(spread + own);
        return new Relevance(p, Math.clamp(1 - width, 0, 1));
    }
}
