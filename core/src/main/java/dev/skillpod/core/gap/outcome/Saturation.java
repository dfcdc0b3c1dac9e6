package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.math.Normal;

/**
 * Where more or less of a skill stops to matter: margins, in units of 20 levels, count only between a floor and a ceiling.
 *
 * @param floor below 0
 * @param ceiling above 0
 */
public record Saturation(double floor, double ceiling) {
    public Saturation {
        if (!(floor < 0 && ceiling > 0 && Double.isFinite(floor) && Double.isFinite(ceiling))) {
            throw new IllegalArgumentException(
                    "a saturation must be floor < 0 < ceiling, was " + floor + ", " + ceiling);
        }
    }

    /** Returns the margin of a known level, in [floor, ceiling]. */
    public double margin(double level, double asked) {
        return Math.clamp((level - asked) / SuccessWeights.POINTS, floor, ceiling);
    }

    /** Returns the mean of the margin when it would, without floor and ceiling, be normal. */
    double expected(double mean, double sd) {
        return floor + excess(mean - floor, sd) - excess(mean - ceiling, sd);
    }

    /** Returns by how much that mean moves with {@code mean}: how probable it is to lie between floor and ceiling. */
    double inside(double mean, double sd) {
        return Normal.cumulative((mean - floor) / sd) - Normal.cumulative((mean - ceiling) / sd);
    }

    /** Returns the mean of the positive part of a normal variable. */
    private static double excess(double mean, double sd) {
        double z = mean / sd;
        return mean * Normal.cumulative(z) + sd * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }
}
