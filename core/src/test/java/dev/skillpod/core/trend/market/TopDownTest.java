package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopDownTest extends ReconciliationConformance {
    private static final Hierarchy TWO_PARTS = Hierarchy.of(3, List.of(new Grouping(0, 1, 2)));

    @Override
    Reconciliation reconciliation() {
        return TopDown.byForecasts();
    }

    @Test
    void splitsByTheShareOfTheForecasts() {
        var past = new FamilyPast(new double[3][1], new double[3][0], new double[3]);

        assertThat(reconciliation().reconcile(TWO_PARTS, past, new double[][] {{12}, {1}, {2}}))
                .isDeepEqualTo(new double[][] {{12}, {4}, {8}});
    }

    @Test
    void splitsEquallyWhenNoPartHasAShare() {
        var past = new FamilyPast(new double[3][1], new double[3][0], new double[3]);

        assertThat(reconciliation().reconcile(TWO_PARTS, past, new double[][] {{12}, {0}, {0}}))
                .isDeepEqualTo(new double[][] {{12}, {6}, {6}});
    }

    @Test
    void splitsByTheNewestPastAndPassesOverGaps() {
        var past = new FamilyPast(
                new double[][] {{90, 4, 4}, {90, 3, Double.NaN}, {0, 1, 1}}, new double[3][0], new double[3]);

        assertThat(TopDown.byPast(2).reconcile(TWO_PARTS, past, new double[][] {{12}, {1}, {2}}))
                .isDeepEqualTo(new double[][] {{12}, {9}, {3}});
    }
}
