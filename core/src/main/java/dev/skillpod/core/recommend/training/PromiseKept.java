package dev.skillpod.core.recommend.training;

import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;

/**
 * How much of what contents promise (from the level they begin at to the level they lead to) was measured after finishing
 * them: a ratio of sums, so that noise in single measurements averages out.
 */
final class PromiseKept {
    /** Used where nothing was measured. */
    private static final double UNKNOWN = 0.5;

    private PromiseKept() {}

    static double of(List<ShownList> lists, CatalogIndex index) {
        double measured = 0;
        double promised = 0;
        for (ShownList list : lists) {
            for (int i = 0; i < list.contents().length; i++) {
                double gain = list.outcomes()[i].measuredGain();
                if (list.outcomes()[i].step() == ShownList.Step.USEFUL && !Double.isNaN(gain)) {
                    var row = index.content(list.contents()[i]);
                    measured += gain;
                    promised += row.levelTo() - row.levelFrom();
                }
            }
        }
        return promised > 0 ? Math.clamp(measured / promised, 0.05, 1) : UNKNOWN;
    }
}
