package dev.skillpod.core.recommend.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values cut into the whole grades that LambdaRank wants. The cuts lie closer together towards the top, where the order
 * matters.
 *
 * @param bounds the least value of each grade but the first, rising
 * @param gains what each grade is worth: the mean value in it, in units of the overall mean; never falling
 */
record Grades(double[] bounds, List<Double> gains) {
    private static final double[] SHARES_BELOW = {
        0.3, 0.5, 0.65, 0.75, 0.82, 0.87, 0.91, 0.94, 0.96, 0.975, 0.985, 0.992, 0.997
    };

    /** Cuts at fixed shares of the values. */
    static Grades fit(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double mean = Math.max(1e-12, Arrays.stream(sorted).average().orElse(1));
        var bounds = new double[SHARES_BELOW.length];
        var gains = new ArrayList<Double>();
        int from = 0;
        double last = 0;
        for (int g = 0; g <= SHARES_BELOW.length; g++) {
            int to = g == SHARES_BELOW.length ? sorted.length : (int) (SHARES_BELOW[g] * sorted.length);
            last = Math.max(last, Arrays.stream(sorted, from, to).average().orElse(last * mean) / mean);
            gains.add(last);
            if (g < bounds.length) {
                bounds[g] = sorted.length == 0 ? g : sorted[to];
            }
            from = to;
        }
        return new Grades(bounds, List.copyOf(gains));
    }

    /** Returns the grade of a value. */
    int grade(double value) {
        int grade = 0;
        while (grade < bounds.length && value >= bounds[grade]) {
            grade++;
        }
        return grade;
    }
}
