package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.trend.accuracy.ForecastErrors;
import java.util.Arrays;

/**
 * Learns how much each method counts from what a whole batch of back-tests says.
 *
 * <p>Minimises the mean scaled and mean relative absolute error of the weighted mean over all series (the two halves of OWA), plus a penalty
 * on the distance to the default weights (Kullback–Leibler), by exponentiated gradient steps (Kivinen and Warmuth 1997). The penalty
 * shrinks the weights towards their defaults: for few series altogether, for a thousand mildly.
 */
final class Weights {
    private static final int STEPS = 300;
    private static final double RATE = 0.5;
    private static final double LEAST_PENALTY = 0.1;
    private static final double PENALTY_OF_ONE_SERIES = 20;

    private Weights() {}

    /** Returns weights, summing to 1, that start from the defaults. */
    static double[] learn(double[] defaults, MemberForecasts forecasts, Holdout holdout, double[][] naive) {
        double[] prior = normalised(defaults);
        int count = holdout.size();
        if (count == 0) {
            return prior;
        }
        double[] importance = importance(forecasts, holdout, naive);
        double penalty = LEAST_PENALTY + PENALTY_OF_ONE_SERIES / count;
        double rate = Math.min(RATE, RATE / penalty);
        double[] weights = prior.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(weights, forecasts, holdout, importance);
            double centre = 0;
            double distance = 0;
            for (int k = 0; k < weights.length; k++) {
                centre += weights[k] * gradient[k];
                distance += weights[k] * Math.log(weights[k] / prior[k]);
            }
            for (int k = 0; k < weights.length; k++) {
                double slope = gradient[k] - centre + penalty * (Math.log(weights[k] / prior[k]) - distance);
                weights[k] = Math.max(1e-12, weights[k] * Math.exp(-Math.clamp(rate * slope, -1, 1)));
            }
            weights = normalised(weights);
        }
        return weights;
    }

    /** How the loss changes with the share of each method. */
    private static double[] gradient(
            double[] weights, MemberForecasts forecasts, Holdout holdout, double[] importance) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < holdout.size(); i++) {
            double[][] methods = forecasts.means()[i];
            double[] actual = holdout.futures()[i];
            for (int h = 0; h < actual.length; h++) {
                double sum = 0;
                double mean = 0;
                for (int k = 0; k < weights.length; k++) {
                    if (!Double.isNaN(methods[k][h])) {
                        sum += weights[k];
                        mean += weights[k] * methods[k][h];
                    }
                }
                mean /= sum;
                double push = Math.signum(mean - actual[h]) * importance[i] / actual.length;
                for (int k = 0; k < weights.length; k++) {
                    if (!Double.isNaN(methods[k][h])) {
                        gradient[k] += push * (methods[k][h] - mean) / sum;
                    }
                }
            }
        }
        return gradient;
    }

    /** Weighs a unit of error of each series as OWA does: by its scale and by its level, each against the naive method. */
    private static double[] importance(MemberForecasts forecasts, Holdout holdout, double[][] naive) {
        int count = holdout.size();
        double[] scaled = new double[count];
        double[] relative = new double[count];
        double meanScaled = 0;
        double meanRelative = 0;
        for (int i = 0; i < count; i++) {
            double[] past = holdout.pasts().get(i).values();
            double[] actual = holdout.futures()[i];
            double error = ForecastErrors.meanAbsoluteError(actual, Arrays.copyOf(naive[i], actual.length));
            double level = Arrays.stream(actual).map(Math::abs).average().orElse(0);
            scaled[i] = inverse(
                    ForecastErrors.naiveScale(past, forecasts.series().get(i).frequency())
                            .orElse(0));
            relative[i] = inverse(level);
            meanScaled += error * scaled[i] / count;
            meanRelative += error * relative[i] / count;
        }
        double[] importance = new double[count];
        for (int i = 0; i < count; i++) {
            importance[i] = (scaled[i] * inverse(meanScaled) + relative[i] * inverse(meanRelative)) / count;
        }
        return importance;
    }

    private static double inverse(double value) {
        return value > 1e-12 ? 1 / value : 0;
    }

    private static double[] normalised(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
