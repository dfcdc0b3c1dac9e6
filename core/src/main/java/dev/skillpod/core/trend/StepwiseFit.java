package dev.skillpod.core.trend;

/** A fitted method that can say what it expects of each step on its own. Immutable and thread-safe when its subclass is. */
public abstract class StepwiseFit implements FittedForecaster {
    /**
     * Returns the expected value of one step.
     *
     * @param step in [1, {@value #MAX_HORIZON}], 1 being the first after the last observation
     */
    protected abstract double meanAt(int step);

    /** Returns the standard deviation of one step, at least 0. */
    protected abstract double deviationAt(int step);

    @Override
    public final double[] mean(int horizon) {
        double[] mean = new double[checkHorizon(horizon)];
        for (int h = 0; h < horizon; h++) {
            mean[h] = meanAt(h + 1);
        }
        return mean;
    }

    @Override
    public final double[] deviation(int horizon) {
        double[] deviation = new double[checkHorizon(horizon)];
        for (int h = 0; h < horizon; h++) {
            deviation[h] = deviationAt(h + 1);
        }
        return deviation;
    }

    /**
     * Returns the horizon when it is legal.
     *
     * @throws IllegalArgumentException when it is not in [1, {@value #MAX_HORIZON}]
     */
    public static int checkHorizon(int horizon) {
        if (horizon < 1 || horizon > MAX_HORIZON) {
            throw new IllegalArgumentException("horizon must be in [1, " + MAX_HORIZON + "], was " + horizon);
        }
        return horizon;
    }
}
