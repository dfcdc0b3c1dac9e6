package dev.skillpod.core.trend.pooled;

import dev.skillpod.core.math.LinearSystem;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;
import java.util.Optional;

/**
 * One linear autoregression for all series: each step ahead is a weighted sum of the lags, with weights that minimise the absolute error
 * over all series (Montero-Manso and Hyndman 2021, section 3; least absolute deviations by reweighted least squares). Seasons need no
 * adjustment, since the lags span two of them. Immutable and thread-safe.
 */
public final class PooledRegression implements PooledForecaster {
    private static final int MOST_PAIRS = 15_000;
    private static final int REWEIGHTINGS = 5;
    private static final double RIDGE = 1e-4;

    private final String name;
    private final Scaling scaling;

    private PooledRegression(String name, Scaling scaling) {
        this.name = name;
        this.scaling = scaling;
    }

    /** Returns the method that learns relative changes. */
    public static PooledRegression ofLevels() {
        return new PooledRegression("pooled-level", Scaling.LEVEL);
    }

    /** Returns the method that learns shapes. */
    public static PooledRegression ofShapes() {
        return new PooledRegression("pooled-shape", Scaling.SPREAD);
    }

    /** Returns the method that learns growth rates; it repeats the last value of series that are not positive. */
    public static PooledRegression ofLogarithms() {
        return new PooledRegression("pooled-log", Scaling.LOG);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<PooledFit> fit(List<TimeSeries> batch, int horizon, TrainingRun run) {
        return Windows.of(batch, horizon, scaling, MOST_PAIRS).map(windows -> {
            double[][] weights = new double[windows.steps()][];
            try (var loop = new ParallelLoop(run.threads())) {
                loop.forEach(windows.steps(), step -> weights[step] = leastAbsolute(windows, step));
            }
            return new Fit(windows.lags(), scaling, weights);
        });
    }

    private static double[] leastAbsolute(Windows windows, int step) {
        double[][] pasts = windows.pasts();
        double[] target = new double[pasts.length];
        double[] importance = new double[pasts.length];
        for (int row = 0; row < pasts.length; row++) {
            target[row] = windows.futures()[row][step];
            importance[row] = 1;
        }
        double[] weights = leastSquares(pasts, target, importance);
        for (int round = 0; round < REWEIGHTINGS; round++) {
            double mean = 0;
            for (int row = 0; row < pasts.length; row++) {
                importance[row] = Math.abs(target[row] - predict(weights, pasts[row]));
                mean += importance[row] / pasts.length;
            }
            double least = 0.05 * mean + 1e-12;
            for (int row = 0; row < pasts.length; row++) {
                importance[row] = 1 / Math.max(importance[row], least);
            }
            weights = leastSquares(pasts, target, importance);
        }
        return weights;
    }

    /** Weights of the lags and, last, the constant. */
    private static double[] leastSquares(double[][] pasts, double[] target, double[] importance) {
        int size = pasts[0].length + 1;
        double[][] gram = new double[size][size];
        double[] moments = new double[size];
        double[] row = new double[size];
        row[size - 1] = 1;
        for (int r = 0; r < pasts.length; r++) {
            System.arraycopy(pasts[r], 0, row, 0, size - 1);
            for (int i = 0; i < size; i++) {
                double weighted = importance[r] * row[i];
                moments[i] += weighted * target[r];
                double[] into = gram[i];
                for (int j = 0; j <= i; j++) {
                    into[j] += weighted * row[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += gram[i][i];
        }
        for (int i = 0; i < size; i++) {
            gram[i][i] += RIDGE * trace / size + 1e-300;
        }
        return LinearSystem.solve(gram, moments);
    }

    private static double predict(double[] weights, double[] past) {
        double sum = weights[past.length];
        for (int i = 0; i < past.length; i++) {
            sum += weights[i] * past[i];
        }
        return sum;
    }

    private record Fit(int lags, Scaling scaling, double[][] weights) implements PooledFit {
        @Override
        public double[] mean(TimeSeries series, int horizon) {
            return Windows.forecast(series, horizon, lags, scaling, past -> {
                double[] block = new double[weights.length];
                for (int h = 0; h < block.length; h++) {
                    block[h] = predict(weights[h], past);
                }
                return block;
            });
        }
    }
}
