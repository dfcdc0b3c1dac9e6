package dev.skillpod.core.trend.arima;

/**
 * How {@link AutoArima} chooses and estimates. Immutable.
 *
 * @param maxOrder greatest p and q, in [0, 9]
 * @param maxSeasonalOrder greatest P and Q, in [0, 2]
 * @param maxTotal greatest sum of the four, in [0, 22]
 * @param maxForms the most forms that are estimated, in [1, 1000]
 * @param searchIterations steps of the exact likelihood for each form, in [0, 100]; with 0 it is evaluated where the conditional sum of
 *     squares is least
 * @param finalIterations the same for the chosen form, in [0, 100]
 * @param seasonalThreshold strength of the season above which the series is differenced over it, in [0, 1]
 */
public record AutoArimaConfig(
        int maxOrder,
        int maxSeasonalOrder,
        int maxTotal,
        int maxForms,
        int searchIterations,
        int finalIterations,
        double seasonalThreshold) {
    public AutoArimaConfig {
        check("maxOrder", maxOrder, 0, 9);
        check("maxSeasonalOrder", maxSeasonalOrder, 0, 2);
        check("maxTotal", maxTotal, 0, 22);
        check("maxForms", maxForms, 1, 1000);
        check("searchIterations", searchIterations, 0, 100);
        check("finalIterations", finalIterations, 0, 100);
        if (!(seasonalThreshold >= 0 && seasonalThreshold <= 1)) {
            throw new IllegalArgumentException("seasonalThreshold must be in [0, 1], was " + seasonalThreshold);
        }
    }

    private static void check(String name, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + greatest + "], was " + value);
        }
    }

    /** Returns the settings in use. */
    public static AutoArimaConfig defaults() {
        return new AutoArimaConfig(5, 2, 6, 94, 2, 15, 0.64);
    }
}
