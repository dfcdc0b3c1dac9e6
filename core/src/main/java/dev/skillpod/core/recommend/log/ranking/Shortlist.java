package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.TopK;
import dev.skillpod.core.recommend.log.BlendScorer;
import dev.skillpod.core.recommend.log.HistoryScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The items worth a closer look for one history: the first of every scorer and of their blend, with all scores. Not
 * thread-safe.
 *
 * @param items the items of the list, ascending, none of the history
 * @param scores standard scores of all items, a row per scorer
 * @param blend blended scores of all items
 */
record Shortlist(int[] items, float[][] scores, float[] blend) {
    /** First items of the blend. */
    private static final int BLEND_DEPTH = 60;
    /** First items of each scorer. */
    private static final int PART_DEPTH = 10;

    /** Makes short lists; immutable and thread-safe. */
    record Maker(List<HistoryScorer> parts, double[] weights) {
        Shortlist of(int[] history, long now) {
            int items = parts.getFirst().items();
            var scores = new float[parts.size()][items];
            var blend = new float[items];
            int[] seen = history.clone();
            Arrays.sort(seen);
            IntStream chosen = IntStream.empty();
            for (int part = 0; part < scores.length; part++) {
                parts.get(part).scoreAll(history, now, scores[part]);
                BlendScorer.standardise(scores[part], items, history);
                for (int item = 0; item < items; item++) {
                    blend[item] += (float) (weights[part] * scores[part][item]);
                }
                chosen = IntStream.concat(chosen, Arrays.stream(first(scores[part], seen, PART_DEPTH)));
            }
            chosen = IntStream.concat(chosen, Arrays.stream(first(blend, seen, BLEND_DEPTH)));
            return new Shortlist(chosen.sorted().distinct().toArray(), scores, blend);
        }
    }

    private static int[] first(float[] scores, int[] seen, int depth) {
        var best = new TopK(depth);
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > best.threshold() && Arrays.binarySearch(seen, item) < 0) {
                best.offer(item, scores[item]);
            }
        }
        return best.indices();
    }

    /** Returns a scorer's scores of the listed items. */
    float[] listed(float[] all) {
        var listed = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            listed[i] = all[items[i]];
        }
        return listed;
    }
}
