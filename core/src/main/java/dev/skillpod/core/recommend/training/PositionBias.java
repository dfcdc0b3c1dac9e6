package dev.skillpod.core.recommend.training;

import java.util.Arrays;
import java.util.List;

/**
 * How likely each position of a list is looked at, against the first: the position-based model (Craswell et al. 2008),
 * fitted by alternating over contents and positions, so that a content that is always on top does not make the top look
 * better than it is (in the spirit of intervention harvesting, Agarwal et al. 2019: the same content at other positions).
 *
 * @param examination by position from 1 (index 0 is unused), in (0, 1], never rising
 */
record PositionBias(double[] examination) {
    private static final int ROUNDS = 20;
    private static final double SMALLEST = 0.05;

    /**
     * Fits the curve to lists; a view or more counts as looked at.
     *
     * @param weights what each impression stands for
     */
    static PositionBias fit(List<ShownList> lists, int contents, InversePropensities weights) {
        int deepest = lists.stream()
                .mapToInt(l -> Arrays.stream(l.positions()).max().orElse(1))
                .max()
                .orElse(1);
        var shown = new double[contents][];
        var seenAt = new double[deepest + 1];
        var seenOf = new double[contents];
        for (ShownList list : lists) {
            for (int i = 0; i < list.contents().length; i++) {
                int c = list.contents()[i];
                if (shown[c] == null) {
                    shown[c] = new double[deepest + 1];
                }
                double weight = weights.weight(list.propensities()[i]);
                shown[c][list.positions()[i]] += weight;
                if (list.outcomes()[i].step() != ShownList.Step.NONE) {
                    seenAt[list.positions()[i]] += weight;
                    seenOf[c] += weight;
                }
            }
        }
        var position = new double[deepest + 1];
        Arrays.fill(position, 1);
        for (int round = 0; round < ROUNDS; round++) {
            position = update(shown, seenAt, attraction(shown, seenOf, position));
        }
        return new PositionBias(neverRising(position));
    }

    /** Returns what an observation at a position must count for to make up for not being looked at, at least 1. */
    double weight(int position) {
        return 1 / examination[Math.min(position, examination.length - 1)];
    }

    private static double[] attraction(double[][] shown, double[] seenOf, double[] position) {
        var attraction = new double[shown.length];
        for (int c = 0; c < shown.length; c++) {
            if (shown[c] != null) {
                double exposure = 1e-9;
                for (int p = 1; p < position.length; p++) {
                    exposure += shown[c][p] * position[p];
                }
                attraction[c] = seenOf[c] / exposure;
            }
        }
        return attraction;
    }

    private static double[] update(double[][] shown, double[] seenAt, double[] attraction) {
        var position = new double[seenAt.length];
        for (int p = 1; p < position.length; p++) {
            double expected = 1;
            for (int c = 0; c < shown.length; c++) {
                expected += shown[c] == null ? 0 : shown[c][p] * attraction[c];
            }
            position[p] = (seenAt[p] + 1) / expected;
        }
        double first = position.length > 1 ? position[1] : 1;
        for (int p = 1; p < position.length; p++) {
            position[p] /= first;
        }
        return position;
    }

    private static double[] neverRising(double[] position) {
        position[0] = 1;
        for (int p = 1; p < position.length; p++) {
            position[p] = Math.clamp(position[p], SMALLEST, position[p - 1]);
        }
        return position;
    }
}
