package dev.skillpod.core.trend.market;

import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The series of a batch side by side: all end at the same step, as the batch was brought. */
final class AlignedSeries {
    private AlignedSeries() {}

    /**
     * Returns one row per series, all as long as the longest; {@code NaN} before a series begins and where its newest values are missing.
     */
    static double[][] of(List<GappySeries> batch) {
        List<Optional<TimeSeries>> known =
                batch.stream().map(GappySeries::complete).toList();
        int length = 1;
        for (int i = 0; i < known.size(); i++) {
            length = Math.max(length, lengthOf(known.get(i), batch.get(i)));
        }
        var rows = new double[known.size()][length];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], Double.NaN);
            int end = length - batch.get(i).missingAtEnd();
            double[] row = rows[i];
            known.get(i)
                    .ifPresent(series ->
                            System.arraycopy(series.values(), 0, row, end - series.length(), series.length()));
        }
        return rows;
    }

    private static int lengthOf(Optional<TimeSeries> known, GappySeries series) {
        return known.map(values -> values.length() + series.missingAtEnd()).orElse(0);
    }

    /** Returns the mean absolute difference of neighbouring observations; 0 where there are none. */
    static double meanAbsoluteDifference(double[] row) {
        double sum = 0;
        int count = 0;
        for (int t = 1; t < row.length; t++) {
            double difference = Math.abs(row[t] - row[t - 1]);
            if (!Double.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count > 0 ? sum / count : 0;
    }
}
