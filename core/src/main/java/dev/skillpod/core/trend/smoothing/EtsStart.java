package dev.skillpod.core.trend.smoothing;

/**
 * Plausible first states, read off a decomposition of the series (Hyndman, Koehler, Ord and Snyder 2008, section 2.6.1).
 *
 * @param level the level before the first observation
 * @param slope the slope before it; 0 without a trend
 * @param season one state per step of the first season, averaging 0 (additive) or 1 (multiplicative); empty without a season
 */
record EtsStart(double level, double slope, double[] season) {
    private static final double LEAST_FACTOR = 1e-2;

    /** Returns first states of a form. */
    static EtsStart of(double[] values, int frequency, EtsForm form) {
        double[] figure = switch (form.season()) {
            case NONE -> new double[0];
            case ADDITIVE -> figure(values, frequency, false);
            case MULTIPLICATIVE -> figure(values, frequency, true);
        };
        double[] adjusted = values.clone();
        for (int t = 0; t < values.length; t++) {
            switch (form.season()) {
                case NONE -> {}
                case ADDITIVE -> adjusted[t] -= figure[t % frequency];
                case MULTIPLICATIVE -> adjusted[t] /= figure[t % frequency];
            }
        }
        int m = form.hasSeason() ? frequency : 1;
        int count = Math.min(Math.max(10, 2 * m), values.length);
        double[] line = form.hasTrend() ? line(adjusted, count) : new double[] {mean(adjusted, count), 0};
        boolean legal = line[0] + line[1] > 0 || !form.multiplicativeError();
        return legal
                ? new EtsStart(line[0], line[1], figure)
                : new EtsStart(Math.max(mean(adjusted, count), LEAST_FACTOR), 0, figure);
    }

    /** Returns the mean deviation of each step of the season from the trend, or its ratio to the trend. */
    private static double[] figure(double[] values, int frequency, boolean multiplicative) {
        double[] trend = values.length >= 3 * frequency ? movingAverage(values, frequency) : fitted(values);
        double[] sums = new double[frequency];
        int[] counts = new int[frequency];
        for (int t = 0; t < values.length; t++) {
            if (!Double.isNaN(trend[t])) {
                boolean ratio = multiplicative && trend[t] > 0;
                sums[t % frequency] += multiplicative ? (ratio ? values[t] / trend[t] : 1) : values[t] - trend[t];
                counts[t % frequency]++;
            }
        }
        double total = 0;
        for (int i = 0; i < frequency; i++) {
            sums[i] /= counts[i];
            total += sums[i] / frequency;
        }
        double all = 0;
        for (int i = 0; i < frequency; i++) {
            sums[i] = multiplicative ? Math.max(sums[i] / total, LEAST_FACTOR) : sums[i] - total;
            all += sums[i] / frequency;
        }
        for (int i = 0; multiplicative && i < frequency; i++) {
            sums[i] /= all;
        }
        return sums;
    }

    /** Returns the centred average over a season, NaN within half a season of the ends. */
    private static double[] movingAverage(double[] values, int frequency) {
        double[] average = new double[values.length];
        int half = frequency / 2;
        for (int t = 0; t < values.length; t++) {
            double sum = 0;
            if (t < half || t + half >= values.length) {
                average[t] = Double.NaN;
                continue;
            }
            for (int i = -half; i <= half; i++) {
                boolean shared = frequency % 2 == 0 && Math.abs(i) == half;
                sum += shared ? 0.5 * values[t + i] : values[t + i];
            }
            average[t] = sum / frequency;
        }
        return average;
    }

    private static double[] fitted(double[] values) {
        double[] line = line(values, values.length);
        double[] fitted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            fitted[t] = line[0] + line[1] * (t + 1);
        }
        return fitted;
    }

    /** Returns level and slope of the least-squares line through the first values, the level being that at step 0 of 1, 2, …. */
    private static double[] line(double[] values, int count) {
        double centre = (count + 1) / 2.0;
        double mean = mean(values, count);
        double product = 0;
        double squares = 0;
        for (int t = 0; t < count; t++) {
            product += (t + 1 - centre) * (values[t] - mean);
            squares += (t + 1 - centre) * (t + 1 - centre);
        }
        double slope = squares > 0 ? product / squares : 0;
        return new double[] {mean - slope * centre, slope};
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int t = 0; t < count; t++) {
            sum += values[t];
        }
        return sum / count;
    }
}
