package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.training.ShownList.Step;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What logged lists would have brought had another policy ordered the same contents, at the same places: useful engagements
 * per list, doubly robust under the position-based model (Li et al. 2018, "Offline Evaluation of Ranking Policies with Click
 * Models", item-position; Dudík et al. 2011). An outcome counts by how much likelier its content is looked at where the new
 * order puts it, against where it stood; the relevance ensemble says the rest.
 */
final class Reordering {
    private final ImpressionRows rows;
    private final Values values;
    private final PositionBias bias;

    Reordering(ImpressionRows rows, Values values, PositionBias bias) {
        this.rows = rows;
        this.values = values;
        this.bias = bias;
    }

    /** Returns the useful engagements of each list as it was shown. */
    double[] asLogged() {
        return rows.lists().stream()
                .mapToDouble(l -> Arrays.stream(l.outcomes())
                        .filter(o -> o.step() == Step.USEFUL)
                        .count())
                .toArray();
    }

    /**
     * Returns an estimate of the useful engagements of each list in the order of falling scores; single lists may come out
     * below 0, their mean is what counts.
     *
     * @param score one per row
     */
    double[] ordered(double[] score) {
        var moved = new int[rows.count()];
        int at = 0;
        for (ShownList list : rows.lists()) {
            int from = at;
            int[] order = IntStream.range(0, list.contents().length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -score[from + i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] places = Arrays.stream(list.positions()).sorted().toArray();
            for (int place = 0; place < order.length; place++) {
                moved[from + order[place]] = places[place];
            }
            at += order.length;
        }
        double[] then = values.relevanceAsShown(rows);
        double[] now = values.relevance(rows, moved);
        var useful = new double[rows.lists().size()];
        at = 0;
        for (int l = 0; l < useful.length; l++) {
            ShownList list = rows.lists().get(l);
            for (int i = 0; i < list.contents().length; i++) {
                double happened = list.outcomes()[i].step() == Step.USEFUL ? 1 : 0;
                double weight = bias.weight(list.positions()[i]) / bias.weight(moved[at]);
                useful[l] += now[at] + weight * (happened - then[at]);
                at++;
            }
        }
        return useful;
    }
}
