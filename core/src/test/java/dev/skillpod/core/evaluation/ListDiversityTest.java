package dev.skillpod.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListDiversityTest {
    private static final int[] SKILLS = {0, 0, 1, -1};
    private static final float[][] VECTORS = {{1, 0}, {1, 0}, {0, 1}, {-1, 0}};

    @Test
    void measuresWhatCanBeCountedByHand() {
        ListDiversity same = ListDiversity.of(List.of(new int[] {0, 1}, new int[] {0, 1}), SKILLS, VECTORS);
        ListDiversity other = ListDiversity.of(List.of(new int[] {0, 2}, new int[] {1, 3}), SKILLS, VECTORS);

        // contents 0 and 1 twice each of four: (-3 x 0 - 1 x 0 + 1 x 2 + 3 x 2) / (4 x 4)
        assertThat(same).isEqualTo(new ListDiversity(1, 0, 0.5, 0.5));
        // skills {0, 1} and {0}; distances 1 and 2; every content once
        assertThat(other).isEqualTo(new ListDiversity(1.5, 1.5, 1, 0));
    }

    @Test
    void oneContentThatTakesEverythingIsNearlyOne() {
        assertThat(ListDiversity.gini(new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 7})).isCloseTo(0.9, within(1e-12));
        assertThat(ListDiversity.gini(new int[3])).isZero();
    }
}
