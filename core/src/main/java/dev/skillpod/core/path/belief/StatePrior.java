package dev.skillpod.core.path.belief;

import java.util.random.RandomGenerator;

/**
 * How abilities are spread over learners before they practised anything: for each item a few values with probabilities,
 * independent of each other. Immutable and thread-safe.
 */
public final class StatePrior {
    private static final double SUM_TOLERANCE = 1e-9;

    private final double[][] values;
    private final double[][] probabilities;
    private final double[][] cumulated;

    /**
     * Makes a prior; the arrays are copied.
     *
     * @param values by item: the abilities that occur, at least one
     * @param probabilities by item: how often each occurs, above 0, summing to 1
     */
    public StatePrior(double[][] values, double[][] probabilities) {
        this.values = copy(values);
        this.probabilities = copy(probabilities);
        cumulated = new double[values.length][];
        for (int item = 0; item < values.length; item++) {
            if (values[item].length == 0 || values[item].length != probabilities[item].length) {
                throw new IllegalArgumentException(
                        "item " + item + " must have as many probabilities as values, at least 1, had "
                                + probabilities[item].length + " and " + values[item].length);
            }
            cumulated[item] = new double[values[item].length];
            double sum = 0;
            for (int v = 0; v < values[item].length; v++) {
                if (!(probabilities[item][v] > 0)) {
                    throw new IllegalArgumentException(
                            "probabilities must be above 0, was " + probabilities[item][v] + " for item " + item);
                }
                sum += probabilities[item][v];
                cumulated[item][v] = sum;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new IllegalArgumentException("probabilities must sum to 1, was " + sum + " for item " + item);
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        var result = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            result[r] = rows[r].clone();
        }
        return result;
    }

    /** Returns the number of items. */
    public int items() {
        return values.length;
    }

    /** Returns the abilities that occur in an item. */
    public double[] values(int item) {
        return values[item].clone();
    }

    /** Returns how often each of {@link #values} occurs. */
    public double[] probabilities(int item) {
        return probabilities[item].clone();
    }

    /** Draws the ability in one item. */
    double draw(int item, RandomGenerator random) {
        double[] bounds = cumulated[item];
        double u = random.nextDouble();
        int v = 0;
        while (v < bounds.length - 1 && u >= bounds[v]) {
            v++;
        }
        return values[item][v];
    }

    /** Draws a learner's abilities into an array. */
    public void draw(double[] states, int at, RandomGenerator random) {
        for (int item = 0; item < values.length; item++) {
            states[at + item] = draw(item, random);
        }
    }
}
