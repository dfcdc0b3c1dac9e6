package dev.skillpod.core.trend.smoothing;

/**
 * The likeliest model of one form.
 *
 * @param form its components
 * @param weights its smoothing weights
 * @param start its first states, in the unit of the search
 * @param deviance −2 log likelihood but for a constant that all forms share; infinite when the form is impossible here
 */
record EtsEstimate(EtsForm form, EtsWeights weights, EtsStart start, double deviance) {
    /** Returns Akaike's information criterion, corrected for short series (Hurvich and Tsai 1989). */
    double correctedCriterion(int length, int frequency) {
        int k = form.parameters(frequency);
        return deviance + 2.0 * k + 2.0 * k * (k + 1) / (length - k - 1);
    }

    /** Returns the same with states in another unit. */
    EtsEstimate in(double factor) {
        double[] season = start.season().clone();
        for (int i = 0; form.season() == EtsForm.Season.ADDITIVE && i < season.length; i++) {
            season[i] *= factor;
        }
        return new EtsEstimate(
                form, weights, new EtsStart(start.level() * factor, start.slope() * factor, season), deviance);
    }
}
