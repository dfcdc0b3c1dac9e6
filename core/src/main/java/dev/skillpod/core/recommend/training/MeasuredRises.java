package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.feature.RiseColumn;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The rises of skills that were measured after finished contents, each beside what was known when the content was shown.
 *
 * @param rises in the order of the lists
 */
record MeasuredRises(List<Rise> rises) {
    /** Promises below this many levels say nothing of the part that is kept. */
    private static final double LEAST_PROMISE = 1;

    private static final int LEAST_RISES = 200;

    /**
     * One measured rise.
     *
     * @param content index of the content
     * @param knownAt when it was measured
     * @param row columns of {@link RiseColumn}
     * @param promise levels promised
     * @param rise measured level minus the level expected before
     * @param variance of the level expected before and of the measurement together
     */
    record Rise(int content, Instant knownAt, double[] row, double promise, double rise, double variance) {}

    /** Collects the rises on all of the common pool's threads, in the order of the lists. */
    static MeasuredRises of(List<ShownList> lists, ImpressionRows.Sources sources) {
        return of(lists, sources::context, sources.levels().spread().measurement());
    }

    /**
     * Collects the rises likewise.
     *
     * @param contexts what was known when a list was shown
     * @param measurementSd deviation of one measurement
     */
    static MeasuredRises of(List<ShownList> lists, Function<ShownList, LearnerContext> contexts, double measurementSd) {
        double noise = measurementSd * measurementSd;
        List<ShownList> measured =
                lists.stream().filter(MeasuredRises::measured).toList();
        var byList = new Rise[measured.size()][];
        IntStream.range(0, byList.length)
                .parallel()
                .forEach(l -> byList[l] = rises(measured.get(l), contexts.apply(measured.get(l)), noise));
        return new MeasuredRises(Arrays.stream(byList).flatMap(Arrays::stream).toList());
    }

    private static boolean measured(ShownList list) {
        return Arrays.stream(list.outcomes())
                .anyMatch(o -> Arrays.stream(o.scores()).anyMatch(s -> !Double.isNaN(s)));
    }

    private static Rise[] rises(ShownList list, LearnerContext context, double noise) {
        var rows = new RiseRows(context);
        var rises = new ArrayList<Rise>();
        for (int i = 0; i < list.contents().length; i++) {
            double[] scores = list.outcomes()[i].scores();
            Instant known = list.outcomes()[i].knownAt();
            for (int s = 0; s < scores.length; s++) {
                int content = list.contents()[i];
                double promise = rows.promise(content, s);
                if (known != null && !Double.isNaN(scores[s]) && promise >= LEAST_PROMISE) {
                    var row = new double[RiseColumn.count()];
                    rows.extract(content, s, row, 0);
                    double variance = rows.variance(content, s) + noise;
                    rises.add(new Rise(content, known, row, promise, scores[s] - rows.level(content, s), variance));
                }
            }
        }
        return rises.toArray(Rise[]::new);
    }

    /**
     * Fits the part of a promise that is kept. Each row counts as its precision: the weights make it least squares of the
     * rise itself, divided by its variance. Too few rises give the untrained model.
     */
    String fit(TreeTrainer trees, long seed) {
        if (rises.size() < LEAST_RISES) {
            return "";
        }
        int width = RiseColumn.count();
        var features = new double[rises.size() * width];
        var labels = new float[rises.size()];
        var weights = new float[rises.size()];
        for (int i = 0; i < labels.length; i++) {
            Rise rise = Objects.requireNonNull(rises.get(i));
            System.arraycopy(rise.row, 0, features, i * width, width);
            labels[i] = (float) (rise.rise / rise.promise);
            weights[i] = (float) (rise.promise * rise.promise / rise.variance);
        }
        List<Integer> directions =
                Arrays.stream(RiseColumn.values()).map(RiseColumn::direction).toList();
        TreeConfig config = TreeConfig.defaults(new TreeObjective.Regression()).with(c -> {
            c.numTrees = 60;
            c.numLeaves = 8;
            c.learningRate = 0.1;
            c.minDataInLeaf = Math.clamp(labels.length / 100, 5, 50);
            c.featureFraction = 0.6;
            c.lambdaL2 = 20;
            c.monotoneConstraints = directions;
            c.seed = seed;
        });
        return trees.fit(
                TreeTable.of(ProgressModel.columns(), features, labels).withWeights(weights), Optional.empty(), config);
    }

    /** Returns each rise beside what the model expected of it, as statistics count them. */
    List<StatisticsTimeline.Rise> beside(ProgressModel model) {
        return rises.stream()
                .map(r -> new StatisticsTimeline.Rise(
                        r.knownAt, r.content, model.rise(r.row, r.promise), r.rise, r.variance))
                .toList();
    }

    /** Returns the share of the variance of the measured rises, noise included, that their expectation explains. */
    double explained(ProgressModel model) {
        double mean = rises.stream().mapToDouble(Rise::rise).average().orElse(0);
        double total = 0;
        double left = 0;
        for (Rise rise : rises) {
            total += Math.pow(rise.rise - mean, 2);
            left += Math.pow(rise.rise - model.rise(rise.row, rise.promise), 2);
        }
        return total > 0 ? 1 - left / total : 0;
    }
}
