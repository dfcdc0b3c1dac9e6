package dev.skillpod.core.trend;

/** Series made by formula, for comparing with other libraries; the numpy that makes the same is in the comments. */
public final class GoldenSeries {
    private static final int LENGTH = 48;
    private static final double[] SEASONS = {0.7, 1.2, 1.3, 0.8};

    private GoldenSeries() {}

    /** {@code t = np.arange(48); y = 100 + 2*t + 12*np.sin(1.7*t) + 9*np.cos(t*t)}. */
    public static TimeSeries rising() {
        double[] y = new double[LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            y[t] = 100 + 2 * t + 12 * Math.sin(1.7 * t) + 9 * Math.cos(t * t);
        }
        return TimeSeries.of(y, 1);
    }

    /** {@code y * np.array([.7, 1.2, 1.3, .8])[t % 4]}, of frequency 4. */
    public static TimeSeries seasonal() {
        double[] y = rising().values();
        for (int t = 0; t < LENGTH; t++) {
            y[t] *= SEASONS[t % 4];
        }
        return TimeSeries.of(y, 4);
    }

    /** {@code 200 + 20 * np.cumsum(np.sin(t * t))}. */
    public static TimeSeries wandering() {
        double[] y = new double[LENGTH];
        double sum = 0;
        for (int t = 0; t < LENGTH; t++) {
            sum += Math.sin(t * t);
            y[t] = 200 + 20 * sum;
        }
        return TimeSeries.of(y, 1);
    }
}
