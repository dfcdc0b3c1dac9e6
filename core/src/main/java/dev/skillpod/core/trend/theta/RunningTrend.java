package dev.skillpod.core.trend.theta;

/**
 * The least-squares line A + B t through the values seen so far, t counting from 1, updated value by value (Fiorucci and others 2016,
 * equations 19 to 21). Mutable.
 */
final class RunningTrend {
    private double count = 1;
    private double mean;
    private double slope;

    /** Starts from the first value. */
    RunningTrend(double first) {
        mean = first;
    }

    RunningTrend(RunningTrend other) {
        count = other.count;
        mean = other.mean;
        slope = other.slope;
    }

    void add(double value) {
        double above = value - mean;
        slope = ((count - 1) * slope + 6 * above / (count + 1)) / (count + 2);
        mean += above / (count + 1);
        count++;
    }

    double slope() {
        return slope;
    }

    double intercept() {
        return mean - slope * (count + 1) / 2;
    }
}
