package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.trend.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Series cut into a past to forecast from and the continuation to compare with.
 *
 * @param index which series of the batch each entry was
 * @param pasts what is forecast from
 * @param futures what then happened, 1 to {@code horizon} steps
 */
record Holdout(int[] index, List<TimeSeries> pasts, double[][] futures) {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PAST = 3;

    /** Cuts the last {@code horizon} steps off every series, or the newer half of short ones; series under 4 values are left out. */
    static Holdout of(List<TimeSeries> series, int horizon) {
        var index = new ArrayList<Integer>();
        var pasts = new ArrayList<TimeSeries>();
        var futures = new ArrayList<double[]>();
        for (int i = 0; i < series.size(); i++) {
            TimeSeries all = series.get(i);
            int n = all.length();
            if (n < SHORTEST) {
                continue;
            }
            int cut = Math.min(horizon, n - Math.max(SHORTEST_PAST, n / 2));
            index.add(i);
            pasts.add(all.head(n - cut));
            futures.add(Arrays.copyOfRange(all.values(), n - cut, n));
        }
        return new Holdout(
                index.stream().mapToInt(Integer::intValue).toArray(), pasts, futures.toArray(double[][]::new));
    }

    /** Returns the number of series. */
    int size() {
        return index.length;
    }
}
