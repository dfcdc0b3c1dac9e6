package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    @Test
    void fallsApartIntoFamilies() {
        var hierarchy = Hierarchy.of(7, List.of(new Grouping(5, 0, 3), new Grouping(2, 6, 4)));

        List<Hierarchy.Family> families = hierarchy.families();

        assertThat(families)
                .extracting(Hierarchy.Family::members)
                .containsExactly(new int[] {0, 3, 5}, new int[] {1}, new int[] {2, 4, 6});
        Grouping first = families.getFirst().hierarchy().groupings().getFirst();
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.parts()).containsExactly(0, 1);
        assertThat(families.getLast().hierarchy().groupings().getFirst().parts())
                .containsExactly(2, 1);
    }

    @Test
    void tellsTreesFromTables() {
        assertThat(Markets.twoGroupings().isTree()).isTrue();
        assertThat(Markets.crossTable().isTree()).isFalse();
    }

    @Test
    void measuresHowFarValuesAreFromAddingUp() {
        var hierarchy = Hierarchy.of(3, List.of(new Grouping(0, 1, 2)));

        assertThat(hierarchy.mismatch(new double[][] {{10, 20}, {4, 10}, {6, 10}}))
                .isZero();
        assertThat(hierarchy.mismatch(new double[][] {{10, 20}, {4, 10}, {6, 5}}))
                .isEqualTo(0.25);
    }

    @Test
    void refusesCirclesAndUnknownSeries() {
        assertThatThrownBy(() -> Hierarchy.of(3, List.of(new Grouping(0, 1), new Grouping(1, 2), new Grouping(2, 0))))
                .hasMessage("groupings must not go in a circle");
        assertThatThrownBy(() -> Hierarchy.of(3, List.of(new Grouping(0, 3))))
                .hasMessage("series must be in [0, 2], was 3");
        assertThatThrownBy(() -> new Grouping(1, 2, 2)).hasMessageContaining("was 2 again");
        assertThatThrownBy(() -> new Grouping(1, 2, 1)).hasMessageContaining("was 1 again");
        assertThatThrownBy(() -> new Grouping(4)).hasMessage("a grouping must have at least one part, total was 4");
    }
}
