package dev.skillpod.core.trend.arima;

/** Local regression on equally spaced values with tricube weights (Cleveland 1979). Stateless and thread-safe. */
final class Loess {
    private Loess() {}

    /**
     * Smooths at one place.
     *
     * @param values an array whose elements {@code offset, offset + stride, …} are the observations at 0, 1, …, count − 1
     * @param window how many of the nearest observations take part; with more than there are, weights are flatter
     * @param linear whether a line is fitted, else a mean
     * @param place may lie up to a few steps outside
     */
    static double at(double[] values, int offset, int stride, int count, int window, boolean linear, double place) {
        int width = Math.min(window, count);
        int from = (int) Math.clamp(Math.round(place - (width - 1) / 2.0), 0, count - width);
        double reach = Math.max(place - from, from + width - 1 - place) + Math.max(0, (window - count) / 2);
        double total = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = from; i < from + width; i++) {
            double x = i - place;
            double ratio = Math.abs(x) / reach;
            if (ratio > 0.999) {
                continue;
            }
            double gap = 1 - ratio * ratio * ratio;
            double weight = ratio < 0.001 ? 1 : gap * gap * gap;
            double y = values[offset + i * stride];
            total += weight;
            sumX += weight * x;
            sumY += weight * y;
            sumXx += weight * x * x;
            sumXy += weight * x * y;
        }
        if (total == 0) {
            return values[offset + (int) Math.clamp(Math.round(place), 0, count - 1) * stride];
        }
        double spread = total * sumXx - sumX * sumX;
        if (!linear || spread <= 1e-9 * total * total) {
            return sumY / total;
        }
        return (sumXx * sumY - sumX * sumXy) / spread;
    }
}
