package dev.skillpod.core.trend.market;

/**
 * What is known of a family of series before their forecasts are made to add up.
 *
 * @param values observations by series and step, oldest first, all equally long; {@code NaN} where nothing was observed
 * @param errors errors of earlier forecasts by series, made by the method that also made the forecasts at hand; each column belongs to
 *     one origin and step, {@code NaN} where the truth is not known. Columns may be none at all.
 * @param expectedErrors how far the forecasts at hand are expected to be off, one positive or zero value per series
 */
public record FamilyPast(double[][] values, double[][] errors, double[] expectedErrors) {
    public FamilyPast {
        if (values.length != errors.length || values.length != expectedErrors.length) {
            throw new IllegalArgumentException("values, errors and expectedErrors must be of equally many series, were "
                    + values.length + ", " + errors.length + " and " + expectedErrors.length);
        }
    }

    /** Returns whether nothing below zero was ever observed, as for counts: then nothing below zero is to be forecast. */
    public boolean isNonNegative() {
        for (double[] row : values) {
            for (double value : row) {
                if (value < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
