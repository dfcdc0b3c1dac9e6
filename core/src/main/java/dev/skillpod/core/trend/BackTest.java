package dev.skillpod.core.trend;

/**
 * How well a series was forecast from its own past, at origins within it (rolling-origin evaluation: Tashman 2000).
 *
 * @param origins from how many points of the past it was forecast, at least 1
 * @param steps how many forecasts were compared with what then happened, over all origins, at least 1
 * @param meanAbsoluteError mean absolute error, in the unit of the series
 * @param naiveMeanAbsoluteError the same of the naive method of M4: the last value, seasonally adjusted where the series has seasons
 * @param smape mean symmetric percentage error as in M4: 200 |e| / (|y| + |f|), in [0, 200]
 * @param mase mean absolute error over the mean absolute seasonal difference of the past; at least 0
 */
public record BackTest(
        int origins, int steps, double meanAbsoluteError, double naiveMeanAbsoluteError, double smape, double mase) {

    /** Returns the share of the naive method's error that is saved, in [0, 1]; 0 when it is not beaten. */
    public double skill() {
        if (naiveMeanAbsoluteError <= 0) {
            return 0;
        }
        return Math.clamp(1 - meanAbsoluteError / naiveMeanAbsoluteError, 0, 1);
    }
}
