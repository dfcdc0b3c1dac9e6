package dev.skillpod.core.path.content;

import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerDrawsTest {
    private final CatalogIndex index = TinyWorld.index();
    private final LearnerState state = TinyWorld.state(
            index,
            history(
                    profile(null, skill("dough", 50), skill("bread", 97), skill("sauce", 40)),
                    List.of(),
                    List.of(measured("sauce", 40, 3, null))));

    private LearnerDraws draws(long seed) {
        return new LearnerDraws(state, LevelSpread.assumed(), PathCalibration.assumed(), seed, 256);
    }

    private int at(String skill) {
        return index.catalog().skillIndex(skill).orElseThrow();
    }

    private static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void levelsLieAroundTheBelievedOneAndStayLegal() {
        LearnerDraws draws = draws(1);
        for (int s = 0; s < index.skillCount(); s++) {
            double[] levels = draws.levels(s);
            assertThat(Arrays.stream(levels).average().orElseThrow())
                    .isCloseTo(state.levels().level()[s], within(1e-6));
            assertThat(Arrays.stream(levels).min().orElseThrow()).isGreaterThanOrEqualTo(0);
            assertThat(Arrays.stream(levels).max().orElseThrow()).isLessThanOrEqualTo(100);
        }
        // A claim is off by 12 levels, a measured level by less than 6; the deviation of 256 draws is within 4 sd /
        // sqrt(2 * 256).
        assertThat(sd(draws.levels(at("dough")))).isCloseTo(12, within(2.2));
        assertThat(sd(draws.levels(at("sauce")))).isLessThan(6.5);
        // Of soup nothing is known: 0 is believed, and stays.
        assertThat(draws.levels(at("soup"))).containsOnly(0);
    }

    @Test
    void multiplesAreOneOnAverage() {
        double[] multiples = draws(1).multiples(3);

        assertThat(Arrays.stream(multiples).average().orElseThrow()).isCloseTo(1, within(0.1));
        assertThat(sd(multiples)).isBetween(0.25, 0.55);
    }

    @Test
    void theOrderOfQuestionsChangesNothing() {
        LearnerDraws there = draws(7);
        LearnerDraws back = draws(7);
        double[] first = there.levels(0);
        there.multiples(2);
        back.multiples(2);
        back.levels(1);

        assertThat(back.levels(0)).isEqualTo(first);
        assertThat(draws(8).levels(0)).isNotEqualTo(first);
    }
}
