package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.TopK;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one feature row per item of a short list. NaN stands for what is not known. Immutable and thread-safe.
 *
 * <p>Per scorer and for the blend: the standard score, how far it is below the list's best one, and the reciprocal of the
 * rank within the list; then {@link #ITEM}, {@link Nearness#NAMES} and {@link Moment#NAMES}.
 */
public final class RankingRows {
    /** Log share of users who have the item; share of its occurrences that end a history; its mean place and log length. */
    private static final List<String> ITEM = List.of("popularity", "last_share", "mean_place", "mean_length");

    private final LogStatistics statistics;
    private final int parts;
    private final List<String> names;

    /**
     * Prepares rows.
     *
     * @param statistics of the log that the scorers were fitted to
     * @param partNames distinct, one per scorer
     */
    public RankingRows(LogStatistics statistics, List<String> partNames) {
        this.statistics = statistics;
        this.parts = partNames.size();
        var all = new ArrayList<String>();
        for (String part : partNames) {
            all.addAll(List.of(part, part + "_below_best", part + "_rank"));
        }
        all.addAll(List.of("blend", "blend_below_best", "blend_rank"));
        all.addAll(ITEM);
        all.addAll(Nearness.NAMES);
        all.addAll(Moment.NAMES);
        names = List.copyOf(all);
    }

    /** Returns the columns' names. */
    List<String> names() {
        return names;
    }

    /** Returns the rows of a short list, row-major in the order of its items. */
    double[] of(Shortlist list, int[] history, long now) {
        int width = names.size();
        int count = list.items().length;
        var rows = new double[count * width];
        for (int part = 0; part <= parts; part++) {
            writeScores(list.listed(part < parts ? list.scores()[part] : list.blend()), rows, 3 * part, width);
        }
        var near = new Nearness(statistics, history);
        var moment = new Moment(statistics, history, now);
        for (int i = 0; i < count; i++) {
            int item = list.items()[i];
            int to = i * width + 3 * (parts + 1);
            writeItem(item, rows, to);
            near.write(item, rows, to + ITEM.size());
            moment.write(item, rows, to + ITEM.size() + Nearness.NAMES.size());
        }
        return rows;
    }

    private static void writeScores(float[] scores, double[] rows, int column, int width) {
        var order = new TopK(Math.max(1, scores.length));
        for (int i = 0; i < scores.length; i++) {
            order.offer(i, scores[i]);
        }
        int[] best = order.indices();
        for (int rank = 0; rank < best.length; rank++) {
            int to = best[rank] * width + column;
            rows[to] = scores[best[rank]];
            rows[to + 1] = (double) scores[best[0]] - scores[best[rank]];
            rows[to + 2] = 1.0 / (rank + 1);
        }
    }

    private void writeItem(int item, double[] rows, int to) {
        rows[to] = statistics.logPopularity(item);
        rows[to + 1] = statistics.ordered() ? statistics.lastShare(item) : Double.NaN;
        rows[to + 2] = statistics.ordered() ? statistics.meanPlace(item) : Double.NaN;
        rows[to + 3] = statistics.meanLength(item);
    }
}
