package dev.skillpod.core.trend.smoothing;

import java.util.Arrays;

/**
 * Runs an exponential smoothing model along a series: one-step forecasts, errors, their likelihood, and its slopes in every
 * weight and first state. A working place of one thread; the states of the last run stay readable.
 */
final class EtsPath {
    /* The recursions are those of Hyndman et al. 2008, table 2.2 and 2.3. The states move in the same way for additive and for
     * multiplicative errors, so that the kind of error only matters in the likelihood. Seasonal states stand one after the
     * other in one array, that of step t at t and its successor at t + m: no remainders. The slopes are those of the reverse mode:
     * the same loop backwards, carrying the derivative of the likelihood in each state. */

    private static final double LEAST_LEVEL = 1e-10;
    private static final double LEAST_SQUARES = 1e-22;

    final double[] values;
    final int length;
    final int frequency;
    final double[] season;
    double level;
    double slope;

    double slopeOfLevelWeight;
    double slopeOfSlopeWeight;
    double slopeOfSeasonWeight;
    double slopeOfDamping;
    double slopeOfLevel;
    double slopeOfSlope;
    final double[] slopesOfSeason;

    private final double[] lines;
    private final double[] slopes;
    private final double[] forecasts;
    private double squares;

    /**
     * Makes a place.
     *
     * @param values the series in a unit in which it is about 1
     * @param frequency steps in a season; those longer than {@link EtsForm#LONGEST_SEASON} count as none
     */
    EtsPath(double[] values, int frequency) {
        this.values = values;
        length = values.length;
        this.frequency = frequency <= EtsForm.LONGEST_SEASON ? frequency : 1;
        season = new double[length + this.frequency];
        slopesOfSeason = new double[length + this.frequency];
        lines = new double[length];
        slopes = new double[length];
        forecasts = new double[length];
    }

    /**
     * Runs from first states ({@link #level}, {@link #slope} and the first values of {@link #season}) to the end.
     *
     * @return −2 log likelihood but for a constant; infinite when the path leaves the legal values
     */
    double run(EtsForm form, EtsWeights weights) {
        boolean legal = switch (form.season()) {
            case NONE -> plain(weights);
            case ADDITIVE -> additive(weights);
            case MULTIPLICATIVE -> multiplicative(weights);
        };
        if (!legal) {
            return Double.POSITIVE_INFINITY;
        }
        double reached = form.multiplicativeError() ? relativeDeviance() : deviance();
        return Double.isNaN(reached) ? Double.POSITIVE_INFINITY : reached;
    }

    /** Returns the sum of the squared errors of the last run, relative ones for multiplicative errors. */
    double squares() {
        return squares;
    }

    private boolean plain(EtsWeights weights) {
        double alpha = weights.level();
        double beta = weights.slope();
        double phi = weights.damping();
        double l = level;
        double b = slope;
        for (int t = 0; t < length; t++) {
            double damped = phi * b;
            double line = l + damped;
            double error = values[t] - line;
            forecasts[t] = line;
            slopes[t] = b;
            l = line + alpha * error;
            b = damped + beta * error;
        }
        level = l;
        slope = b;
        return true;
    }

    private boolean additive(EtsWeights weights) {
        double alpha = weights.level();
        double beta = weights.slope();
        double gamma = weights.season();
        double phi = weights.damping();
        int m = frequency;
        double l = level;
        double b = slope;
        for (int t = 0; t < length; t++) {
            double s = season[t];
            double damped = phi * b;
            double line = l + damped;
            double error = values[t] - s - line;
            forecasts[t] = line + s;
            slopes[t] = b;
            season[t + m] = s + gamma * error;
            l = line + alpha * error;
            b = damped + beta * error;
        }
        level = l;
        slope = b;
        return true;
    }

    private boolean multiplicative(EtsWeights weights) {
        double alpha = weights.level();
        double beta = weights.slope();
        double gamma = weights.season();
        double phi = weights.damping();
        int m = frequency;
        double l = level;
        double b = slope;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < length; t++) {
            double s = season[t];
            double adjusted = values[t] / s;
            double damped = phi * b;
            double line = l + damped;
            double error = adjusted - line;
            forecasts[t] = line * s;
            lines[t] = line;
            slopes[t] = b;
            least = Math.min(least, Math.min(line, s));
            season[t + m] = s + gamma * (values[t] / line - s);
            l = line + alpha * error;
            b = damped + beta * error;
        }
        level = l;
        slope = b;
        return least > LEAST_LEVEL;
    }

    private double deviance() {
        double sum = 0;
        for (int t = 0; t < length; t++) {
            double error = values[t] - forecasts[t];
            sum += error * error;
        }
        squares = sum;
        return length * Math.log(sum + LEAST_SQUARES);
    }

    private double relativeDeviance() {
        double sum = 0;
        double product = 1;
        double logarithms = 0;
        for (int t = 0; t < length; t++) {
            double forecast = forecasts[t];
            if (!(forecast > LEAST_LEVEL)) {
                return Double.POSITIVE_INFINITY;
            }
            double error = values[t] / forecast - 1;
            sum += error * error;
            product *= forecast;
            if (product > 1e100 || product < 1e-100) {
                logarithms += Math.log(product);
                product = 1;
            }
        }
        squares = sum;
        return length * Math.log(sum + LEAST_SQUARES) + 2 * (logarithms + Math.log(product));
    }

    /** Computes the slopes of what the last run returned, which must have been finite, of the same form and weights. */
    void differentiate(EtsForm form, EtsWeights weights) {
        Arrays.fill(slopesOfSeason, length, length + frequency, 0);
        switch (form.season()) {
            case NONE, ADDITIVE -> differentiateAdditive(form, weights);
            case MULTIPLICATIVE -> differentiateMultiplicative(weights);
        }
    }

    private void differentiateAdditive(EtsForm form, EtsWeights weights) {
        double alpha = weights.level();
        double beta = weights.slope();
        double gamma = weights.season();
        double phi = weights.damping();
        boolean relative = form.multiplicativeError();
        int m = frequency;
        double factor = 2 * length / (squares + LEAST_SQUARES);
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        for (int t = length - 1; t >= 0; t--) {
            double bySeason = slopesOfSeason[t + m];
            double error = values[t] - forecasts[t];
            double direct = relative ? relativeSlope(factor, t) : -factor * error;
            double byForecast = direct - alpha * byLevel - beta * bySlope - gamma * bySeason;
            double byLine = byLevel + byForecast;
            byAlpha += byLevel * error;
            byBeta += bySlope * error;
            byGamma += bySeason * error;
            byPhi += (byLine + bySlope) * slopes[t];
            slopesOfSeason[t] = bySeason + byForecast;
            bySlope = phi * (byLine + bySlope);
            byLevel = byLine;
        }
        slopeOfLevel = byLevel;
        slopeOfSlope = bySlope;
        slopeOfLevelWeight = byAlpha;
        slopeOfSlopeWeight = byBeta;
        slopeOfSeasonWeight = byGamma;
        slopeOfDamping = byPhi;
    }

    private void differentiateMultiplicative(EtsWeights weights) {
        double alpha = weights.level();
        double beta = weights.slope();
        double gamma = weights.season();
        double phi = weights.damping();
        int m = frequency;
        double factor = 2 * length / (squares + LEAST_SQUARES);
        double byAlpha = 0;
        double byBeta = 0;
        double byGamma = 0;
        double byPhi = 0;
        double byLevel = 0;
        double bySlope = 0;
        for (int t = length - 1; t >= 0; t--) {
            double s = season[t];
            double line = lines[t];
            double bySeason = slopesOfSeason[t + m];
            double direct = relativeSlope(factor, t);
            double adjusted = values[t] / s;
            double error = adjusted - line;
            double ratio = values[t] / line;
            double byAdjusted = alpha * byLevel + beta * bySlope;
            double byLine = byLevel + direct * s - byAdjusted - gamma * bySeason * ratio / line;
            byAlpha += byLevel * error;
            byBeta += bySlope * error;
            byGamma += bySeason * (ratio - s);
            byPhi += (byLine + bySlope) * slopes[t];
            slopesOfSeason[t] = (1 - gamma) * bySeason + direct * line - byAdjusted * adjusted / s;
            bySlope = phi * (byLine + bySlope);
            byLevel = byLine;
        }
        slopeOfLevel = byLevel;
        slopeOfSlope = bySlope;
        slopeOfLevelWeight = byAlpha;
        slopeOfSlopeWeight = byBeta;
        slopeOfSeasonWeight = byGamma;
        slopeOfDamping = byPhi;
    }

    private double relativeSlope(double factor, int t) {
        double inverse = 1 / forecasts[t];
        double ratio = values[t] * inverse;
        return (2 - factor * (ratio - 1) * ratio) * inverse;
    }
}
