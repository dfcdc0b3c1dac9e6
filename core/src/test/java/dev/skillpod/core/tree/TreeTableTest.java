package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TreeTableTest {
    private final TreeTable table = TreeTable.of(List.of("a", "b"), new double[6], new float[3]);

    @Test
    void keepsWhatItWasGiven() {
        TreeTable full = table.withWeights(new float[] {1, 2, 3})
                .withGroups(new int[] {1, 2})
                .withCategorical(Set.of(1));
        assertThat(full.rows()).isEqualTo(3);
        assertThat(full.weights()).containsExactly(1, 2, 3);
        assertThat(full.groupSizes()).containsExactly(1, 2);
        assertThat(full.categorical()).containsExactly(1);
        assertThat(full.featureNames()).containsExactly("a", "b");
        assertThat(table.weights()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFit() {
        refused(() -> TreeTable.of(List.of("a", "a"), new double[6], new float[3]), "featureNames must be distinct");
        refused(() -> TreeTable.of(List.of("a b"), new double[3], new float[3]), "feature names must not hold blanks");
        refused(() -> TreeTable.of(List.of("a"), new double[2], new float[3]), "features must hold labels * names");
        refused(() -> TreeTable.of(List.of("a"), new double[0], new float[0]), "features must hold labels * names");
        refused(
                () -> TreeTable.of(List.of("a"), new double[1], new float[] {Float.NaN}),
                "labels must be finite, was NaN");
        refused(() -> table.withWeights(new float[2]), "weights must hold 3 values, held 2");
        refused(() -> table.withWeights(new float[] {1, -1, 1}), "weights must be finite and at least 0, was -1.0");
        refused(() -> table.withGroups(new int[] {1, 1}), "groupSizes must sum to 3 rows, was 2");
        refused(() -> table.withGroups(new int[] {0, 3}), "groupSizes must be at least 1, was 0");
        refused(() -> table.withCategorical(Set.of(2)), "categorical must be in [0, 1], was 2");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageStartingWith(message);
    }
}
