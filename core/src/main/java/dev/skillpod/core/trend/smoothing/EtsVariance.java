package dev.skillpod.core.trend.smoothing;

/**
 * Variances of the forecasts of an exponential smoothing model.
 *
 * <p>After Hyndman, Koehler, Ord and Snyder 2008, chapter 6: class 1 for additive errors, class 2 for multiplicative ones. A
 * multiplicative season is treated as class 2 as well, each step in the unit of its season: an error moves level and season
 * together, which the approximation of class 3, with independent moves, leaves out.
 */
final class EtsVariance {
    private static final double GREATEST = 1e120;

    private EtsVariance() {}

    /**
     * Returns one variance per step ahead.
     *
     * @param variance that of the errors, relative ones where the form says so
     * @param mean the forecasts
     * @param season the last seasonal states, the first of which is that of the first step; empty without a season
     * @return values in [0, 1e120]
     */
    static double[] of(EtsForm form, EtsWeights weights, double variance, double[] mean, double[] season) {
        double[] influence = influence(form, weights, mean.length, season.length);
        double[] variances = form.multiplicativeError()
                ? relative(form, variance, mean, season, influence)
                : absolute(variance, influence);
        for (int h = 0; h < variances.length; h++) {
            variances[h] = Math.clamp(variances[h], 0, GREATEST);
        }
        return variances;
    }

    /** Returns by how much an error moves the forecast of each later step. */
    private static double[] influence(EtsForm form, EtsWeights weights, int horizon, int frequency) {
        double[] influence = new double[horizon];
        double power = 1;
        double sum = 0;
        for (int j = 0; j < horizon; j++) {
            power *= weights.damping();
            sum += power;
            boolean again = form.hasSeason() && (j + 1) % frequency == 0;
            influence[j] = weights.level() + weights.slope() * sum + (again ? weights.season() : 0);
        }
        return influence;
    }

    private static double[] absolute(double variance, double[] influence) {
        double[] variances = new double[influence.length];
        double sum = 1;
        for (int h = 0; h < variances.length; h++) {
            variances[h] = variance * sum;
            sum += influence[h] * influence[h];
        }
        return variances;
    }

    private static double[] relative(
            EtsForm form, double variance, double[] mean, double[] season, double[] influence) {
        boolean factors = form.season() == EtsForm.Season.MULTIPLICATIVE;
        double[] variances = new double[mean.length];
        double[] squares = new double[mean.length];
        for (int h = 0; h < mean.length; h++) {
            double factor = factors ? season[h % season.length] : 1;
            double expected = mean[h] / factor;
            double sum = 0;
            for (int j = 0; j < h; j++) {
                sum += influence[j] * influence[j] * squares[h - 1 - j];
            }
            squares[h] = Math.min(expected * expected + variance * sum, GREATEST);
            variances[h] = factor * factor * (squares[h] * (1 + variance) - expected * expected);
        }
        return variances;
    }
}
