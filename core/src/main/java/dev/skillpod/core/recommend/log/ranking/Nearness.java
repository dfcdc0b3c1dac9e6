package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.SparseMatrix;
import java.util.List;

/** The columns that say how an item stands to the newest items of one history. Not thread-safe. */
final class Nearness {
    static final List<String> NAMES = List.of(
            // The user: log number of items, mean log popularity of the newest ones, that of the last.
            "length",
            "history_popularity",
            "last_popularity",
            // Shares of what came right after, or within a few places after, the last and the second last item.
            "next_of_last",
            "next_of_second",
            "after_last",
            "after_second",
            // Cosine with the last item; maximum over the last 3 and 10, mean over the last 10.
            "cosine_last",
            "cosine_max_3",
            "cosine_max_10",
            "cosine_mean_10",
            // Log ratio of coming after to coming before, of the last item and of the mean over the last 10.
            "order_last",
            "order_mean_10");

    private static final int NEWEST = 10;

    private final LogStatistics statistics;
    private final int[] newest;
    private final double length;
    private final double historyPopularity;

    Nearness(LogStatistics statistics, int[] history) {
        this.statistics = statistics;
        int count = Math.min(NEWEST, history.length);
        newest = new int[count];
        double popularity = 0;
        for (int i = 0; i < count; i++) {
            newest[i] = history[history.length - 1 - i];
            popularity += statistics.logPopularity(newest[i]);
        }
        length = Math.log(1.0 + history.length);
        historyPopularity = count == 0 ? Double.NaN : popularity / count;
    }

    void write(int item, double[] rows, int to) {
        PairCounts pairs = statistics.pairs();
        boolean ordered = statistics.ordered();
        rows[to] = length;
        rows[to + 1] = historyPopularity;
        rows[to + 2] = newest.length == 0 ? Double.NaN : statistics.logPopularity(newest[0]);
        double next = newest.length == 0 ? 0 : at(pairs.next(), newest[0], item);
        rows[to + 3] = ordered && newest.length > 0 ? next / (pairs.counted(newest[0]) + 2) : Double.NaN;
        rows[to + 4] = ordered && newest.length > 1
                ? at(pairs.next(), newest[1], item) / (pairs.counted(newest[1]) + 2)
                : Double.NaN;
        double max3 = 0;
        double max10 = 0;
        double sum = 0;
        double order = 0;
        for (int i = 5; i <= 6; i++) {
            rows[to + i] = Double.NaN;
        }
        rows[to + 7] = Double.NaN;
        rows[to + 11] = Double.NaN;
        for (int i = 0; i < newest.length; i++) {
            double after = at(pairs.after(), newest[i], item);
            double before = at(pairs.after(), item, newest[i]);
            double size = Math.sqrt((pairs.counted(newest[i]) + 1) * (pairs.counted(item) + 1));
            double cosine = (after + before) / (size + 5);
            double ratio = Math.log((after + 1) / (before + 1));
            max3 = i < 3 ? Math.max(max3, cosine) : max3;
            max10 = Math.max(max10, cosine);
            sum += cosine;
            order += ratio;
            if (i < 2 && ordered) {
                rows[to + 5 + i] = after / (pairs.counted(newest[i]) + 2);
            }
            if (i == 0) {
                rows[to + 7] = cosine;
                rows[to + 11] = ordered ? ratio : Double.NaN;
            }
        }
        rows[to + 8] = max3;
        rows[to + 9] = max10;
        rows[to + 10] = newest.length == 0 ? Double.NaN : sum / newest.length;
        rows[to + 12] = ordered && newest.length > 0 ? order / newest.length : Double.NaN;
    }

    private static double at(SparseMatrix counts, int row, int column) {
        int low = counts.rowStart(row);
        int high = counts.rowEnd(row);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts.columnAt(middle) < column) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < counts.rowEnd(row) && counts.columnAt(low) == column ? counts.valueAt(low) : 0;
    }
}
