package dev.skillpod.core.trend.pooled;

import java.util.ArrayList;
import java.util.List;

/**
 * What trees are told about a scaled window: the lags before the last (which is 0), level, slope, roughness.
 *
 * @param lags length of a window
 */
record Shape(int lags) {
    private static final List<String> SUMMARIES =
            List.of("mean", "mean-of-last-third", "slope", "roughness", "last-step");

    /** Returns the number of features. */
    int width() {
        return lags - 1 + SUMMARIES.size();
    }

    /** Returns the names of the features. */
    List<String> names() {
        var names = new ArrayList<String>();
        for (int lag = lags - 1; lag >= 1; lag--) {
            names.add("lag-" + lag);
        }
        names.addAll(SUMMARIES);
        return names;
    }

    /** Writes the features of a window into {@code features} from {@code at}. */
    void describe(double[] past, double[] features, int at) {
        System.arraycopy(past, 0, features, at, lags - 1);
        double middle = (lags - 1) / 2.0;
        int third = Math.max(1, lags / 3);
        double sum = 0;
        double recent = 0;
        double moment = 0;
        double squares = 0;
        double roughness = 0;
        for (int i = 0; i < lags; i++) {
            sum += past[i];
            recent += i >= lags - third ? past[i] : 0;
            moment += (i - middle) * past[i];
            squares += (i - middle) * (i - middle);
            roughness += i > 0 ? Math.abs(past[i] - past[i - 1]) : 0;
        }
        int summary = at + lags - 1;
        features[summary] = sum / lags;
        features[summary + 1] = recent / third;
        features[summary + 2] = moment / squares;
        features[summary + 3] = roughness / (lags - 1);
        features[summary + 4] = past[lags - 1] - past[lags - 2];
    }
}
