package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.math.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How wide intervals must be so that they cover what they promise (split conformal prediction: Vovk et al. 2005; Lei et al. 2018).
 *
 * <p>Each series brings a unit for every step ({@link #unit}); back-test errors in that unit are pooled over the batch and neighbouring
 * steps, and the interval is the forecast plus or minus their quantile. A few series are not enough for a quantile: they are blended with the
 * default widths, which were measured on the M1 competition.
 */
final class Conformal {
    /** How many series the default widths are worth. */
    private static final double DEFAULT_WORTH = 30;

    private static final double NORMAL_95 = 1.959964;

    private final List<double[]> byStep;

    private Conformal(List<double[]> byStep) {
        this.byStep = byStep;
    }

    /**
     * Returns the unit of one series: what models believe, how much they disagree, and how far seasonal values usually lie apart.
     *
     * @param deviation what models believe, by step
     * @param disagreement of the methods, by step
     * @param scale mean absolute seasonal difference of the past
     */
    static double[] unit(double[] deviation, double[] disagreement, double scale) {
        double[] unit = new double[deviation.length];
        for (int h = 0; h < unit.length; h++) {
            unit[h] = Math.hypot(Math.hypot(deviation[h], 2 * disagreement[h]), scale);
        }
        return unit;
    }

    /**
     * Learns from errors in units.
     *
     * @param scores by series and step: absolute errors in units; series may have fewer steps than {@code horizon}, and steps that none of them has
     *     are as wide as the last that one has
     */
    static Conformal of(List<double[]> scores, int horizon) {
        var byStep = new ArrayList<double[]>();
        for (int h = 0; h < horizon; h++) {
            int step = h;
            double[] near = scores.stream()
                    .flatMapToDouble(score -> Arrays.stream(
                            score, Math.min(score.length, Math.max(0, step - 1)), Math.min(score.length, step + 2)))
                    .sorted()
                    .toArray();
            byStep.add(near.length == 0 && h > 0 ? byStep.getLast() : near);
        }
        return new Conformal(byStep);
    }

    /** Returns the half width in units for a coverage at a step, 0 being the first. */
    double width(int step, double coverage) {
        double standard = Normal.quantile((1 + coverage) / 2) / NORMAL_95 * defaultWidth(step);
        double[] scores = byStep.get(step);
        if (scores.length == 0) {
            return standard;
        }
        double at = Math.min(scores.length - 1, coverage * (scores.length + 1) - 1);
        int below = (int) Math.max(0, Math.floor(at));
        int above = Math.min(scores.length - 1, below + 1);
        double measured = scores[below] + Math.clamp(at - below, 0, 1) * (scores[above] - scores[below]);
        double series = scores.length / 3.0;
        return (series * measured + DEFAULT_WORTH * standard) / (series + DEFAULT_WORTH);
    }

    /** Half width of a 95 % interval on M1. */
    private static double defaultWidth(int step) {
        return 1.4 + 0.04 * Math.min(step, 12);
    }
}
