package dev.skillpod.core.gap.outcome;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns probabilities into calibrated ones: {@code sigmoid(shift + low ln p - high ln(1 - p))} with slopes of at least 0, so
 * that order is kept (Kull, Silva Filho and Flach, "Beta calibration", 2017).
 *
 * @param shift added to the logit
 * @param low slope of ln p, at least 0
 * @param high slope of -ln(1 - p), at least 0
 */
public record BetaCalibration(double shift, double low, double high) {
    private static final double EDGE = 1e-6;

    /** How many observations the identity counts for, in precision of each coefficient. */
    private static final double TRUST_IN_IDENTITY = 4;

    public BetaCalibration {
        if (!(Double.isFinite(shift) && low >= 0 && high >= 0 && Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("a calibration must have a shift and slopes of at least 0, was " + shift
                    + ", " + low + ", " + high);
        }
    }

    static BetaCalibration identity() {
        return new BetaCalibration(0, 1, 1);
    }

    /** Fits the curve; few observations leave it near the identity. */
    static BetaCalibration fit(double[] probabilities, boolean[] happened) {
        List<CumulativeLogit.Row> rows = new ArrayList<>(probabilities.length);
        for (int i = 0; i < probabilities.length; i++) {
            double p = inside(probabilities[i]);
            rows.add(new CumulativeLogit.Row(
                    new int[] {0, 1, 2},
                    new double[] {1, Math.log(p), -Math.log1p(-p)},
                    happened[i] ? 0 : Double.NEGATIVE_INFINITY,
                    happened[i] ? Double.POSITIVE_INFINITY : 0,
                    0,
                    1));
        }
        double[] identity = {0, 1, 1};
        double[] c = CumulativeLogit.fit(
                        rows, identity, identity, new double[] {0.1, TRUST_IN_IDENTITY, TRUST_IN_IDENTITY})
                .coefficients();
        return new BetaCalibration(c[0], Math.max(0, c[1]), Math.max(0, c[2]));
    }

    /** Returns the calibrated probability. */
    double probability(double p) {
        double inside = inside(p);
        return Logit.sigmoid(shift + low * Math.log(inside) - high * Math.log1p(-inside));
    }

    private static double inside(double p) {
        return Math.clamp(p, EDGE, 1 - EDGE);
    }
}
