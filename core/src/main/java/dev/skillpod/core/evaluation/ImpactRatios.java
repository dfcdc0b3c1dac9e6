package dev.skillpod.core.evaluation;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Impact ratios of predictions: how often the people of each group would be selected, over how often those of a reference
 * group would be. A ratio below 4/5 is the mark of adverse impact in the Uniform Guidelines on Employee Selection Procedures
 * (29 CFR 1607.4 D, 1978).
 *
 * <p>A group of fewer than {@value #LEAST_PEOPLE} people is not judged, and none is flagged unless its whole 95 % interval
 * lies beyond the mark: the rule on the ratio alone flags small groups by chance (Morris and Lobsenz 2000). The threshold is
 * taken as given. For intervals, people are drawn anew within their groups; at a given threshold the number selected is then
 * binomial. So that a group of which nobody or everybody is selected is not taken to be certain of it, half a person is
 * added on both sides, before drawing and after (Jeffreys's prior).
 *
 * <p>When no reference is named, it is the group that is selected most often. The best of many groups is partly the luckiest,
 * so that ratios to it are a little low; name a reference where there is a natural one.
 */
public final class ImpactRatios {
    /** The fewest people of a group that is judged. */
    public static final int LEAST_PEOPLE = 30;

    private static final double MARK = 0.8;
    private static final int REPLICATES = 2000;

    private ImpactRatios() {}

    /**
     * Returns the threshold at which a share of all people is selected: the smallest prediction among the top ones. Who ties
     * with it is selected too, so that more than the share may be.
     *
     * @param predictions of everybody, at least one
     * @param share in (0, 1]; 0.5 selects the half with the better predictions
     */
    public static double threshold(double[] predictions, double share) {
        if (predictions.length == 0 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a threshold needs predictions and a share in (0, 1], had " + predictions.length + " and " + share);
        }
        double[] sorted = predictions.clone();
        Arrays.sort(sorted);
        int selected = (int) Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length - 1e-9)));
        return sorted[sorted.length - selected];
    }

    /**
     * Compares groups.
     *
     * @param predictions the predictions of each group's people, finite
     * @param threshold the prediction from which on a person is selected
     * @param reference the group to compare with, one of at least {@value #LEAST_PEOPLE} people; or null for the one that is
     *     selected most often
     * @throws IllegalArgumentException when the reference is none of the groups that are judged
     */
    public static ImpactReport of(
            SortedMap<String, double[]> predictions,
            double threshold,
            @Nullable String reference,
            RandomGenerator random) {
        var judged = new TreeMap<String, Selection>();
        predictions.forEach((name, values) -> {
            if (values.length >= LEAST_PEOPLE) {
                judged.put(name, Selection.of(values, threshold, random));
            }
        });
        if (reference != null && !judged.containsKey(reference)) {
            throw new IllegalArgumentException(
                    "reference must be a group of at least " + LEAST_PEOPLE + " people with a prediction ("
                            + String.join(", ", judged.keySet()) + "), was '" + reference + "'");
        }
        Optional<String> base = reference == null ? mostSelected(judged) : Optional.of(reference);
        var groups = new ArrayList<GroupImpact>();
        predictions.forEach((name, values) -> {
            Selection selection = judged.get(name);
            groups.add(
                    selection == null
                            ? unjudged(name, values.length)
                            : impact(
                                    name,
                                    values,
                                    selection,
                                    base.map(judged::get).orElseThrow(),
                                    random));
        });
        return new ImpactReport(threshold, base, groups);
    }

    /** Of equals, the first by name. */
    private static Optional<String> mostSelected(SortedMap<String, Selection> judged) {
        double most =
                judged.values().stream().mapToDouble(Selection::rate).max().orElse(0);
        return judged.entrySet().stream()
                .filter(group -> group.getValue().rate() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static GroupImpact unjudged(String name, int people) {
        return new GroupImpact(
                name, people, Optional.empty(), Optional.empty(), Optional.empty(), ImpactVerdict.TOO_FEW);
    }

    private static GroupImpact impact(
            String name, double[] values, Selection selection, Selection base, RandomGenerator random) {
        Optional<Interval> mean = Optional.of(Bootstrap.mean(values, random));
        Optional<Interval> rate = Optional.of(interval(selection.rate(), selection.replicates()));
        if (selection == base) {
            return new GroupImpact(name, values.length, mean, rate, Optional.empty(), ImpactVerdict.REFERENCE);
        }
        if (base.rate() == 0) {
            return new GroupImpact(name, values.length, mean, rate, Optional.empty(), ImpactVerdict.UNDEFINED);
        }
        double[] ratios = new double[REPLICATES];
        for (int b = 0; b < REPLICATES; b++) {
            ratios[b] = selection.replicates()[b] / base.replicates()[b];
        }
        Interval ratio = interval(selection.rate() / base.rate(), ratios);
        return new GroupImpact(name, values.length, mean, rate, Optional.of(ratio), verdict(ratio));
    }

    private static ImpactVerdict verdict(Interval ratio) {
        if (ratio.upper() < MARK) {
            return ImpactVerdict.ADVERSE;
        }
        if (ratio.lower() > 1 / MARK) {
            return ImpactVerdict.ADVERSE_TO_REFERENCE;
        }
        return ratio.lower() >= MARK && ratio.upper() <= 1 / MARK ? ImpactVerdict.WITHIN : ImpactVerdict.UNCERTAIN;
    }

    /** Holds the estimate too, which is beyond all replicates when nobody or everybody is selected. */
    private static Interval interval(double estimate, double[] replicates) {
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        return new Interval(
                estimate,
                Math.min(estimate, sorted[(int) (0.025 * REPLICATES)]),
                Math.max(estimate, sorted[(int) (0.975 * REPLICATES)]));
    }

    /**
     * How often people of a group are selected.
     *
     * @param rate the share selected
     * @param replicates shares of people drawn anew, all within (0, 1)
     */
    private record Selection(double rate, double[] replicates) {
        static Selection of(double[] values, double threshold, RandomGenerator random) {
            int selected = 0;
            for (double value : values) {
                selected += value >= threshold ? 1 : 0;
            }
            int people = values.length;
            double smoothed = (selected + 0.5) / (people + 1);
            double[] replicates = new double[REPLICATES];
            for (int b = 0; b < REPLICATES; b++) {
                replicates[b] = (BinomialDraw.next(people, smoothed, random) + 0.5) / (people + 1);
            }
            return new Selection((double) selected / people, replicates);
        }
    }
}
