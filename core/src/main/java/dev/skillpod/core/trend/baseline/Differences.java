package dev.skillpod.core.trend.baseline;

import dev.skillpod.core.trend.TimeSeries;

/** Changes between values a fixed number of steps apart. */
final class Differences {
    private Differences() {}

    /** Returns the root mean square of y(t) − y(t − lag) − drift; 0 when there is no such pair. */
    static double rootMeanSquare(TimeSeries series, int lag, double drift) {
        double sum = 0;
        for (int t = lag; t < series.length(); t++) {
            double change = series.value(t) - series.value(t - lag) - drift;
            sum += change * change;
        }
        return series.length() > lag ? Math.sqrt(sum / (series.length() - lag)) : 0;
    }
}
