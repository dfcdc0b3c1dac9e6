package dev.skillpod.core.trend.intermittent;

import dev.skillpod.core.math.NelderMead;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.function.ToDoubleFunction;

/**
 * The method of Teunter, Syntetos and Babai (2011, European Journal of Operational Research 214): the smoothed size of a demand times the
 * smoothed probability of one. Unlike the interval of {@link CrostonSba} the probability is updated at every step, so that a demand that
 * has ended fades away. Immutable and thread-safe.
 *
 * <p>The two weights, each in [{@value #LEAST_WEIGHT}, {@value #GREATEST_WEIGHT}], make the squared one-step errors least.
 */
public final class Tsb implements Forecaster {
    private static final double LEAST_WEIGHT = 0.02;
    private static final double GREATEST_WEIGHT = 0.5;
    private static final double[] START = {0.1, 0.1};
    private static final double[] STEPS = {0.1, 0.1};

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public FittedForecaster fit(TimeSeries series) {
        var smoothing = new Smoothing(Demands.of(series));
        double[] weights = smoothing.demands.enough()
                ? NelderMead.minimise(smoothing, START, STEPS, 1e-6, 120).point()
                : START;
        double squares = smoothing.applyAsDouble(weights);
        return new IntermittentFit(this, smoothing.expected, squares, series.length(), weights[0]);
    }

    /** The sum of squared one-step errors by the weights of size and probability; remembers what it expects after the last value. */
    private static final class Smoothing implements ToDoubleFunction<double[]> {
        private final Demands demands;
        private double expected;

        Smoothing(Demands demands) {
            this.demands = demands;
        }

        @Override
        public double applyAsDouble(double[] weights) {
            double forSize = weights[0];
            double forProbability = weights[1];
            if (!legal(forSize) || !legal(forProbability)) {
                return Double.POSITIVE_INFINITY;
            }
            double[] y = demands.values();
            double size = demands.meanSize();
            double probability = (double) demands.count() / y.length;
            double squares = 0;
            for (double value : y) {
                double e = value - size * probability;
                squares += e * e;
                if (value == 0) {
                    probability -= forProbability * probability;
                } else {
                    size += forSize * (value - size);
                    probability += forProbability * (1 - probability);
                }
            }
            expected = size * probability;
            return squares;
        }

        private static boolean legal(double weight) {
            return weight >= LEAST_WEIGHT && weight <= GREATEST_WEIGHT;
        }
    }
}
