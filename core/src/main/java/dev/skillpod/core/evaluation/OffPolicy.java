package dev.skillpod.core.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Estimates what a candidate policy would have earned, from the log of another one that left something to chance: inverse
 * propensity scoring (Horvitz and Thompson 1952), its self-normalised form (Swaminathan and Joachims 2015), the direct
 * method, and the doubly robust estimator (Dudík, Langford and Li 2011).
 *
 * <p>What is estimated is the mean reward per choice in the situations of the log: where a choice is a place of a list, of
 * the candidate choosing for this place given what stands above it. Nothing is clipped. When the log does not show what the
 * candidate would do, there is no estimate to be had, and the answer says so: the effective sample is too small, or the
 * weights are clearly not 1 on average, as they are for every candidate whose choices the log covers.
 */
public final class OffPolicy {
    private static final double LEAST_SAMPLE = 50;

    /** How far the mean weight may lie from 1, beyond its interval. */
    private static final double MEAN_WEIGHT_TOLERANCE = 0.1;

    private OffPolicy() {}

    /**
     * Estimates a candidate's mean reward.
     *
     * @param log at least one choice
     * @throws IllegalArgumentException when the log is empty
     */
    public static OffPolicyResult estimate(List<LoggedChoice> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("log must hold at least one choice");
        }
        var units = new TreeMap<Long, Integer>();
        log.forEach(choice -> units.putIfAbsent(choice.unit(), units.size()));
        var sums = new Sums(log, units);
        double[] counts = sums.of(choice -> 1);
        double[] weights = sums.of(LoggedChoice::weight);
        double[] rewards = sums.of(LoggedChoice::reward);
        double[] weighted = sums.of(choice -> choice.weight() * choice.reward());
        double sum = log.stream().mapToDouble(LoggedChoice::weight).sum();
        double squares = log.stream().mapToDouble(c -> c.weight() * c.weight()).sum();
        var overlap = new OffPolicyResult.Overlap(
                log.size(),
                units.size(),
                squares == 0 ? 0 : sum * sum / squares,
                log.stream().mapToDouble(LoggedChoice::weight).max().orElse(0),
                RatioEstimate.of(weights, counts));
        String lacking = lacking(overlap);
        if (!lacking.isEmpty()) {
            return new OffPolicyResult.TooLittleOverlap(lacking, overlap);
        }
        return new OffPolicyResult.Estimates(
                RatioEstimate.of(rewards, counts),
                RatioEstimate.of(weighted, counts),
                RatioEstimate.of(weighted, weights),
                RatioEstimate.of(sums.of(LoggedChoice::expectedOfCandidate), counts),
                RatioEstimate.of(
                        sums.of(c -> c.expectedOfCandidate() + c.weight() * (c.reward() - c.expected())), counts),
                overlap);
    }

    private static String lacking(OffPolicyResult.Overlap overlap) {
        if (overlap.effectiveSample() < LEAST_SAMPLE) {
            return String.format(
                    Locale.ROOT,
                    "too little overlap: the effective sample is %.1f of %d choices, needed are %.0f",
                    overlap.effectiveSample(),
                    overlap.choices(),
                    LEAST_SAMPLE);
        }
        Bootstrap.Interval mean = overlap.meanWeight();
        if (mean.upper() < 1 - MEAN_WEIGHT_TOLERANCE || mean.lower() > 1 + MEAN_WEIGHT_TOLERANCE) {
            return String.format(
                    Locale.ROOT,
                    "too little overlap: the mean weight is %.3f [%.3f, %.3f] and should be 1: %s",
                    mean.mean(),
                    mean.lower(),
                    mean.upper(),
                    mean.mean() < 1
                            ? "the candidate chooses what the log never shows"
                            : "the logged probabilities are too low");
        }
        return "";
    }

    /** Sums over the choices of each unit. */
    private record Sums(List<LoggedChoice> log, TreeMap<Long, Integer> units) {
        double[] of(ToDoubleFunction<LoggedChoice> value) {
            var sums = new double[units.size()];
            for (LoggedChoice choice : log) {
                Integer unit = units.get(choice.unit());
                sums[unit == null ? 0 : unit] += value.applyAsDouble(choice);
            }
            return sums;
        }
    }
}
