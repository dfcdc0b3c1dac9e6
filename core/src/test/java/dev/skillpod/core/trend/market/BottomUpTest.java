package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BottomUpTest extends ReconciliationConformance {
    @Override
    Reconciliation reconciliation() {
        return new BottomUp();
    }

    @Test
    void sumsTheSmallestPartsAndScalesFurtherGroupingsToThem() {
        var hierarchy = Hierarchy.of(5, List.of(new Grouping(0, 1, 2), new Grouping(0, 3, 4)));
        var past = new FamilyPast(new double[5][1], new double[5][0], new double[5]);

        double[][] result = reconciliation().reconcile(hierarchy, past, new double[][] {{99}, {4}, {6}, {1}, {3}});

        assertThat(result).isDeepEqualTo(new double[][] {{10}, {4}, {6}, {2.5}, {7.5}});
    }
}
