package dev.skillpod.core.recommend.training;

import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.training.ShownList.Step;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The lists kept from fitting. Half of the learners calibrate the probabilities, the other half measure everything, beside
 * the naive baselines.
 */
final class HeldOut {
    private final ImpressionRows rows;
    private final double[] expectedProgress;
    private final boolean[] measured;
    private final boolean[] useful;
    private final double[] position;

    HeldOut(ImpressionRows rows) {
        this.rows = rows;
        this.expectedProgress = rows.expectedProgress();
        this.measured = new boolean[rows.count()];
        this.useful = new boolean[rows.count()];
        this.position = new double[rows.count()];
        int at = 0;
        for (ShownList list : rows.lists()) {
            boolean half = Math.floorMod(list.history().learner().stableHash(), 2) == 0;
            for (int i = 0; i < list.contents().length; i++) {
                measured[at] = half;
                useful[at] = list.outcomes()[i].step() == Step.USEFUL;
                position[at++] = list.positions()[i];
            }
        }
    }

    IsotonicCalibration calibrate(double[] relevance) {
        int[] at = rows(false);
        return IsotonicCalibration.fit(pick(relevance, at), happened(at));
    }

    /**
     * Measures the order of the ranker against that of popularity, ALS and the logging policy, and what it would have brought
     * in the same lists against the logged order: useful engagements per list with 95 % bootstrap intervals over lists.
     */
    void measure(TreeEnsemble ranker, Reordering reordering, RandomGenerator random, Map<String, Double> metrics) {
        var score = new double[rows.count()];
        ranker.predictRaw(rows.features(), rows.count(), score);
        metrics.put("ndcg_at_10_ranker", ndcg(score));
        metrics.put("ndcg_at_10_popularity", ndcg(column(Feature.POPULARITY)));
        metrics.put("ndcg_at_10_als", ndcg(column(Feature.TASTE)));
        metrics.put("ndcg_at_10_gap", ndcg(column(Feature.REACHABLE_PROGRESS)));
        metrics.put(
                "ndcg_at_10_as_logged",
                ndcg(Arrays.stream(position).map(p -> -p).toArray()));
        put("useful_per_list_as_logged", reordering.asLogged(), random, metrics);
        put("useful_per_list_ranker", reordering.ordered(score), random, metrics);
    }

    private void put(String name, double[] byList, RandomGenerator random, Map<String, Double> metrics) {
        int at = 0;
        var kept = new ArrayList<Double>();
        for (int l = 0; l < byList.length; l++) {
            if (measured[at]) {
                kept.add(byList[l]);
            }
            at += rows.lists().get(l).contents().length;
        }
        if (!kept.isEmpty()) {
            var interval = Bootstrap.mean(
                    kept.stream().mapToDouble(Double::doubleValue).toArray(), random);
            metrics.put(name, interval.mean());
            metrics.put(name + "_lower", interval.lower());
            metrics.put(name + "_upper", interval.upper());
        }
    }

    /** Measures the calibrated probabilities against the mean rate. */
    void measure(double[] relevance, IsotonicCalibration calibration, Map<String, Double> metrics) {
        int[] at = rows(true);
        double[] predicted =
                Arrays.stream(pick(relevance, at)).map(calibration::probability).toArray();
        metrics.put("relevance_auc", Probabilities.auc(predicted, happened(at)));
        metrics.put("relevance_calibration_error", Probabilities.calibrationError(predicted, happened(at)));
        metrics.put(
                "relevance_rate", IntStream.of(at).filter(r -> useful[r]).count() / (double) Math.max(1, at.length));
    }

    private double ndcg(double[] score) {
        double sum = 0;
        int lists = 0;
        int at = 0;
        for (ShownList list : rows.lists()) {
            int n = list.contents().length;
            var gains = new double[n];
            for (int i = 0; i < n; i++) {
                gains[i] = useful[at + i] ? expectedProgress[at + i] : 0;
            }
            var one = Ndcg.at(10, Arrays.copyOfRange(score, at, at + n), gains);
            if (measured[at] && one.isPresent()) {
                sum += one.getAsDouble();
                lists++;
            }
            at += n;
        }
        return sum / Math.max(1, lists);
    }

    private double[] column(Feature feature) {
        var values = new double[rows.count()];
        for (int r = 0; r < values.length; r++) {
            double value = rows.features()[r * Feature.count() + feature.ordinal()];
            values[r] = Double.isNaN(value) ? -1 : value;
        }
        return values;
    }

    private int[] rows(boolean forMeasuring) {
        return IntStream.range(0, measured.length)
                .filter(r -> measured[r] == forMeasuring)
                .toArray();
    }

    private static double[] pick(double[] values, int[] at) {
        return IntStream.of(at).mapToDouble(r -> values[r]).toArray();
    }

    private boolean[] happened(int[] at) {
        var happened = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            happened[i] = useful[at[i]];
        }
        return happened;
    }
}
