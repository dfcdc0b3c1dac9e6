package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.training.ShownList.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The grade of an impression, from how far it led and what it brought: 0 nothing, 1 viewed, 2 started, then useful
 * engagements in {@value #USEFUL_GRADES} equal parts by the progress towards the learner's needs.
 *
 * @param bounds upper bounds of the lower parts, rising
 * @param gains what each grade is worth to the ranker: the mean progress of its part, in units of the overall mean
 */
record Grades(double[] bounds, List<Double> gains) {
    private static final int USEFUL_GRADES = 6;
    private static final int FIRST_USEFUL = 3;

    /** A view is worth this share of an average useful engagement, a start that. */
    private static final double VIEW_WORTH = 0.02;

    private static final double START_WORTH = 0.08;

    /** Fits the parts to the progress values of useful engagements. */
    static Grades fit(double[] progress) {
        double[] sorted = Arrays.stream(progress).sorted().toArray();
        var bounds = new double[USEFUL_GRADES - 1];
        for (int g = 0; g < bounds.length; g++) {
            bounds[g] = sorted.length == 0 ? g : sorted[(g + 1) * sorted.length / USEFUL_GRADES];
        }
        double mean = Math.max(1e-9, Arrays.stream(sorted).average().orElse(1));
        var gains = new Double[FIRST_USEFUL + USEFUL_GRADES];
        gains[0] = 0.0;
        gains[1] = VIEW_WORTH;
        gains[2] = START_WORTH;
        for (int g = 0; g < USEFUL_GRADES; g++) {
            int from = g * sorted.length / USEFUL_GRADES;
            int to = (g + 1) * sorted.length / USEFUL_GRADES;
            double part = Arrays.stream(sorted, from, to).average().orElse(mean * (g + 1) / USEFUL_GRADES);
            gains[FIRST_USEFUL + g] = Math.max(gains[FIRST_USEFUL + g - 1], START_WORTH + part / mean);
        }
        return new Grades(bounds, List.of(gains));
    }

    /** Returns the grade of an impression. */
    int grade(Step step, double progress) {
        return switch (step) {
            case NONE -> 0;
            case VIEWED -> 1;
            case STARTED -> 2;
            case USEFUL -> {
                int part = 0;
                while (part < bounds.length && progress >= bounds[part]) {
                    part++;
                }
                yield FIRST_USEFUL + part;
            }
        };
    }
}
