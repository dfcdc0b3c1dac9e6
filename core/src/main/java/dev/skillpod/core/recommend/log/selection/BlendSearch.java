package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.recommend.log.BlendScorer;
import dev.skillpod.core.recommend.log.HistoryScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coordinate search for the weights of a {@link BlendScorer} by NDCG@10 on held-out items.
 *
 * <p>It starts from the best part alone and moves one weight at a time by shrinking steps while the measure rises. Only the
 * first {@value #DEPTH} items of every part are looked at, since no other could reach the first ten of a blend.
 */
public final class BlendSearch {
    private static final int DEPTH = 60;
    private static final double[] STEPS = {0.5, 0.25, 0.12, 0.06};
    /** A rise that is worth moving for: far below one standard error, far above rounding. */
    private static final double LEAST_RISE = 2e-5;
    /** The same for few users, in users whose item moves from the second place to the first. */
    private static final double LEAST_USERS = 0.25;

    private final int parts;
    private final float[][] scores;
    private final int[] targets;
    private final ParallelLoop loop;

    /** Scores the held-out items and their rivals once by every part. */
    public BlendSearch(List<? extends HistoryScorer> scorers, Validation validation, ParallelLoop loop) {
        this.parts = scorers.size();
        this.loop = loop;
        this.scores = new float[validation.size()][];
        this.targets = new int[validation.size()];
        loop.forEachRange(validation.size(), (from, to) -> {
            int items = validation.training().items();
            var all = new float[parts][items];
            for (int i = from; i < to; i++) {
                for (int part = 0; part < parts; part++) {
                    scorers.get(part).scoreAll(validation.history(i), validation.now(i), all[part]);
                    BlendScorer.standardise(all[part], items, validation.history(i));
                }
                int[] rivals = validation.pool(i).orElse(null) instanceof int[] pool
                        ? Arrays.stream(pool).sorted().toArray()
                        : rivals(all, validation.history(i), validation.target(i));
                targets[i] = Arrays.binarySearch(rivals, validation.target(i));
                scores[i] = new float[rivals.length * parts];
                for (int r = 0; r < rivals.length; r++) {
                    for (int part = 0; part < parts; part++) {
                        scores[i][r * parts + part] = all[part][rivals[r]];
                    }
                }
            }
        });
    }

    private static int[] rivals(float[][] all, int[] history, int target) {
        int[] seen = history.clone();
        Arrays.sort(seen);
        IntStream union = IntStream.of(target);
        for (float[] scores : all) {
            var best = new TopK(DEPTH);
            for (int item = 0; item < scores.length; item++) {
                if (scores[item] > best.threshold() && Arrays.binarySearch(seen, item) < 0) {
                    best.offer(item, scores[item]);
                }
            }
            union = IntStream.concat(union, Arrays.stream(best.indices()));
        }
        return union.sorted().distinct().toArray();
    }

    /** Returns the mean NDCG@10 of a blend. */
    public double ndcg(double[] weights) {
        var gains = new double[scores.length];
        loop.forEachRange(gains.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                gains[i] = Validation.gain(rank(scores[i], targets[i], weights));
            }
        });
        return Arrays.stream(gains).average().orElse(0);
    }

    private int rank(float[] of, int target, double[] weights) {
        float own = blend(of, target, weights);
        int rank = 0;
        for (int r = 0; r < of.length / parts; r++) {
            float other = blend(of, r, weights);
            rank += other > own || (other == own && r < target) ? 1 : 0;
        }
        return rank;
    }

    private float blend(float[] of, int rival, double[] weights) {
        float sum = 0;
        for (int part = 0; part < parts; part++) {
            sum += (float) (weights[part] * of[rival * parts + part]);
        }
        return sum;
    }

    /** Returns the best weights found, one per part, at least 0, the largest 1. */
    public double[] search() {
        var weights = new double[parts];
        double leastRise = Math.max(LEAST_RISE, LEAST_USERS * (1 - Validation.gain(1)) / Math.max(1, scores.length));
        double best = -1;
        for (int part = 0; part < parts; part++) {
            var alone = new double[parts];
            alone[part] = 1;
            double value = ndcg(alone);
            if (value > best) {
                best = value;
                weights = alone;
            }
        }
        for (double step : STEPS) {
            boolean moved = true;
            for (int pass = 0; moved && pass < 4; pass++) {
                moved = false;
                for (int part = 0; part < parts; part++) {
                    for (double change : new double[] {step, -step}) {
                        double[] tried = weights.clone();
                        tried[part] = Math.max(0, tried[part] + change);
                        double value = tried[part] == weights[part] ? -1 : ndcg(tried);
                        if (value > best + leastRise) {
                            best = value;
                            weights = tried;
                            moved = true;
                        }
                    }
                }
            }
        }
        double largest = Arrays.stream(weights).max().orElse(1);
        return Arrays.stream(weights).map(weight -> weight / largest).toArray();
    }
}
