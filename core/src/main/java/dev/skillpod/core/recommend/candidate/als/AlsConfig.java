package dev.skillpod.core.recommend.candidate.als;

import java.util.Map;
import java.util.TreeMap;

/**
 * The hyperparameters of alternating least squares; the package page gives the formula they appear in.
 *
 * @param factors length k of every vector, in [1, 1024]; multiples of 16 waste no work
 * @param iterations passes over both sides, in [1, 1000]
 * @param regularization lambda, in (0, 1e6]
 * @param regularizationExponent nu, in [0, 2]: 0 regularises every row alike, 1 in proportion to its entries
 * @param unobservedWeight alpha_0, the weight of every pair, seen or not, in [0, 1e6]
 * @param initialDeviation standard deviation of a random item vector's length, in (0, 100]; each component gets that over
 *     the square root of k
 */
public record AlsConfig(
        int factors,
        int iterations,
        double regularization,
        double regularizationExponent,
        double unobservedWeight,
        double initialDeviation) {
    public AlsConfig {
        requireIn("factors", factors, 1, 1024);
        requireIn("iterations", iterations, 1, 1000);
        requireIn("regularization", regularization, Double.MIN_VALUE, 1e6);
        requireIn("regularizationExponent", regularizationExponent, 0, 2);
        requireIn("unobservedWeight", unobservedWeight, 0, 1e6);
        requireIn("initialDeviation", initialDeviation, Double.MIN_VALUE, 100);
    }

    /** Returns settings that suit learning catalogues of hundreds to thousands of items. */
    public static AlsConfig defaults() {
        return new AlsConfig(64, 15, 0.005, 1, 0.3, 0.1);
    }

    /** Returns these settings with another number of factors. */
    public AlsConfig withFactors(int newFactors) {
        return new AlsConfig(
                newFactors, iterations, regularization, regularizationExponent, unobservedWeight, initialDeviation);
    }

    /** Returns these settings with another number of iterations. */
    public AlsConfig withIterations(int newIterations) {
        return new AlsConfig(
                factors, newIterations, regularization, regularizationExponent, unobservedWeight, initialDeviation);
    }

    /** Returns these settings with other regularisation. */
    public AlsConfig withRegularization(double lambda, double exponent) {
        return new AlsConfig(factors, iterations, lambda, exponent, unobservedWeight, initialDeviation);
    }

    /** Returns these settings with another weight of unobserved pairs. */
    public AlsConfig withUnobservedWeight(double weight) {
        return new AlsConfig(factors, iterations, regularization, regularizationExponent, weight, initialDeviation);
    }

    /** Returns lambda_r of a row with {@code count} entries, where the other side has {@code others} rows. */
    float regularizationOf(int count, int others) {
        return (float) (regularization * Math.pow(count + unobservedWeight * others, regularizationExponent));
    }

    /** Returns the settings by name, as provenance wants them. */
    Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        parameters.put("factors", Integer.toString(factors));
        parameters.put("iterations", Integer.toString(iterations));
        parameters.put("regularization", Double.toString(regularization));
        parameters.put("regularizationExponent", Double.toString(regularizationExponent));
        parameters.put("unobservedWeight", Double.toString(unobservedWeight));
        parameters.put("initialDeviation", Double.toString(initialDeviation));
        return parameters;
    }

    private static void requireIn(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }

    private static void requireIn(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            String range = least == Double.MIN_VALUE ? "(0, " : "[" + number(least) + ", ";
            throw new IllegalArgumentException(name + " must be in " + range + number(most) + "], was " + value);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
