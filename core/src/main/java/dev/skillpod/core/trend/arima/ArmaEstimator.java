package dev.skillpod.core.trend.arima;

import org.jspecify.annotations.Nullable;

/** Estimates ARMA forms of one differenced series. Not thread-safe: keeps what forms have in common. */
final class ArmaEstimator {
    private static final int CONDITIONAL_ITERATIONS = 12;
    private static final double CONDITIONAL_TOLERANCE = 1e-5;
    private static final double EXACT_TOLERANCE = 1e-6;
    private static final double HOPELESS = 10;

    private final double[] values;
    private final int period;
    private final double average;
    private double @Nullable [] centred;
    private @Nullable HannanRissanen guesses;
    private @Nullable HannanRissanen centredGuesses;

    /**
     * Takes a series.
     *
     * @param values the differenced series; not copied
     * @param period steps in a season
     */
    ArmaEstimator(double[] values, int period) {
        this.values = values;
        this.period = period;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        average = sum / values.length;
    }

    /**
     * Estimates one form: conditional sum of squares, then exact likelihood.
     *
     * @param orders a form that {@link ArimaOrders#fits} the series
     * @param near parameters of a similar form, laid into this one's shape, to start from as well, or null
     * @param iterations the most steps of the exact likelihood
     * @param toBeat the criterion of another form; when this one's is {@value #HOPELESS} worse before the exact steps, they are left out
     */
    ArmaEstimate estimate(ArimaOrders orders, double @Nullable [] near, int iterations, double toBeat) {
        ArmaShape shape = orders.shape();
        LevenbergMarquardt search = new LevenbergMarquardt(shape.size(), values.length);
        double[] parameters = start(shape, orders.constant(), near, search);
        ExactLikelihood exact = new ExactLikelihood(shape, values, orders.constant());
        ArmaEstimate rough = evaluated(exact, orders, parameters);
        if (rough.criterion() > toBeat + HOPELESS || parameters.length == 0) {
            return rough;
        }
        search.minimise(exact, parameters, iterations, EXACT_TOLERANCE);
        return evaluated(exact, orders, parameters);
    }

    /** Improves an estimate by the exact likelihood alone. */
    ArmaEstimate polish(ArmaEstimate estimate, int iterations) {
        ArimaOrders orders = estimate.orders();
        double[] parameters = estimate.parameters().clone();
        ExactLikelihood exact = new ExactLikelihood(orders.shape(), values, orders.constant());
        new LevenbergMarquardt(parameters.length, values.length)
                .minimise(exact, parameters, iterations, EXACT_TOLERANCE);
        return evaluated(exact, orders, parameters);
    }

    private ArmaEstimate evaluated(ExactLikelihood exact, ArimaOrders orders, double[] parameters) {
        double deviance = exact.deviance(parameters, new double[values.length]);
        return new ArmaEstimate(orders, parameters, corrected(deviance, orders.size() + 1));
    }

    /** Returns how the estimated process goes on. */
    ArmaForecast forecast(ArmaEstimate estimate) {
        ArimaOrders orders = estimate.orders();
        return new ExactLikelihood(orders.shape(), values, orders.constant()).forecast(estimate.parameters());
    }

    private double[] start(ArmaShape shape, boolean constant, double @Nullable [] near, LevenbergMarquardt search) {
        double[] input = constant ? centred() : values;
        ConditionalResiduals conditional = new ConditionalResiduals(shape, input);
        double[] guess = guesses(constant).guess(shape);
        double sum = search.minimise(conditional, guess, CONDITIONAL_ITERATIONS, CONDITIONAL_TOLERANCE);
        if (near != null) {
            double[] other = near.clone();
            double otherSum = search.minimise(conditional, other, CONDITIONAL_ITERATIONS, CONDITIONAL_TOLERANCE);
            if (otherSum < sum * (1 - 1e-6)) {
                return other;
            }
        }
        return guess;
    }

    private double[] centred() {
        double[] result = centred;
        if (result == null) {
            result = new double[values.length];
            for (int t = 0; t < result.length; t++) {
                result[t] = values[t] - average;
            }
            centred = result;
        }
        return result;
    }

    private HannanRissanen guesses(boolean constant) {
        HannanRissanen result = constant ? centredGuesses : guesses;
        if (result == null) {
            result = new HannanRissanen(constant ? centred() : values, period);
            if (constant) {
                centredGuesses = result;
            } else {
                guesses = result;
            }
        }
        return result;
    }

    /** Returns Akaike's criterion with the correction for short series (Hurvich and Tsai 1989). */
    private double corrected(double deviance, int parameters) {
        double left = values.length - parameters - 1.0;
        return left > 0 ? deviance + 2.0 * parameters * values.length / left : Double.POSITIVE_INFINITY;
    }
}
