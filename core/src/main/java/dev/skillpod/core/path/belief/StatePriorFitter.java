package dev.skillpod.core.path.belief;

import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeDynamics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fits a {@link StatePrior} to a population of training learners whose abilities are known.
 *
 * <p>Each learner's interactions are undone: going through the items with prerequisites first, the ability before the first
 * interaction is the one from which replaying them ends at the known ability. Practising makes an ability greater the greater
 * it was, so bisection finds it, and what leads to an item was undone before it. An ability that reached its upper limit could come from anywhere and
 * is left out. Values that hardly any learner has are left out too.
 */
public final class StatePriorFitter {
    private static final double LOWEST = -20;
    private static final double TOLERANCE = 1e-7;
    private static final double GRID = 1e6;
    private static final int HALVINGS = 70;
    private static final double RAREST = 0.01;

    private final PracticeDynamics dynamics;

    /** Makes a fitter for a world. */
    public StatePriorFitter(PracticeDynamics dynamics) {
        this.dynamics = dynamics;
    }

    /**
     * Fits.
     *
     * @param learners training learners; their abilities are looked at
     * @throws IllegalArgumentException when an item is left without values
     */
    public StatePrior fit(List<Learner> learners) {
        int items = dynamics.items();
        List<TreeMap<Double, Integer>> counts = Stream.generate(() -> new TreeMap<Double, Integer>())
                .limit(items)
                .toList();
        for (Learner learner : learners) {
            undo(learner, counts);
        }
        var values = new double[items][];
        var probabilities = new double[items][];
        for (int item = 0; item < items; item++) {
            Map<Double, Integer> all = counts.get(item);
            int least = (int)
                    Math.ceil(RAREST * all.values().stream().mapToInt(c -> c).sum());
            List<Map.Entry<Double, Integer>> kept = all.entrySet().stream()
                    .filter(entry -> entry.getValue() >= least)
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .toList();
            double sum = kept.stream().mapToInt(Map.Entry::getValue).sum();
            if (sum == 0) {
                throw new IllegalArgumentException("no ability in item " + item + " could be traced back");
            }
            values[item] = kept.stream().mapToDouble(Map.Entry::getKey).toArray();
            probabilities[item] =
                    kept.stream().mapToDouble(entry -> entry.getValue() / sum).toArray();
        }
        return new StatePrior(values, probabilities);
    }

    private void undo(Learner learner, List<TreeMap<Double, Integer>> counts) {
        int items = dynamics.items();
        double[] known = learner.abilities();
        var first = new double[items];
        var replayed = new double[items];
        for (int item : dynamics.order()) {
            double low = LOWEST;
            double high = dynamics.highest();
            for (int h = 0; h < HALVINGS; h++) {
                first[item] = (low + high) / 2;
                replay(learner.warmUp(), first, replayed);
                if (replayed[item] < known[item]) {
                    low = first[item];
                } else {
                    high = first[item];
                }
            }
            replay(learner.warmUp(), first, replayed);
            if (Math.abs(replayed[item] - known[item]) > TOLERANCE || known[item] >= dynamics.highest() - TOLERANCE) {
                return;
            }
            counts.get(item).merge(Math.round(first[item] * GRID) / GRID, 1, Integer::sum);
        }
    }

    private void replay(List<Interaction> interactions, double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        int last = PracticeDynamics.NO_ITEM;
        for (Interaction interaction : interactions) {
            if (dynamics.accepts(last, interaction.item())) {
                last = interaction.item();
                dynamics.practise(to, 0, last);
            }
        }
    }
}
