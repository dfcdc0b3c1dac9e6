package dev.skillpod.core.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureWindowTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:30:00Z");
    private static final List<String> NAMES = List.of("per_learner", "per_content");
    private static final int ROWS = 40;

    /** A list: the first column is the learner's, the same in all rows; the second differs by row. */
    private static double[] list(Random random, double shift) {
        var rows = new double[ROWS * 2];
        double learner = random.nextGaussian() + shift;
        for (int r = 0; r < ROWS; r++) {
            rows[r * 2] = learner;
            rows[r * 2 + 1] = random.nextGaussian();
        }
        return rows;
    }

    private static FeatureSnapshot trained() {
        var random = new Random(1);
        var builder = new SnapshotBuilder(NAMES);
        for (int i = 0; i < 600; i++) {
            builder.add(list(random, 0), ROWS);
        }
        return builder.build();
    }

    private static List<FeatureWindow.Drift> served(int lists, double shift) {
        var random = new Random(2);
        var window = new FeatureWindow(trained());
        for (int i = 0; i < lists; i++) {
            window.add(list(random, shift), ROWS, NOW);
        }
        return window.drift(NOW);
    }

    /**
     * Ten bins of independent values give 9 (1/n + 1/m) on average, with a standard deviation of about sqrt(18) (1/n + 1/m); of a column
     * that is one value per list n and m are lists: 0.045 and 0.021 at 300 and 600. So 0.1 is more than 2.5 deviations away.
     */
    @Test
    void theSamePopulationIsStable() {
        assertThat(served(FeatureWindow.LEAST_LISTS, 0))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.state()).as(d.toString()).isEqualTo(DriftState.STABLE));
    }

    /** Two normal distributions a standard deviation apart have a symmetric relative entropy of 1; ten bins keep most of it. */
    @Test
    void anotherPopulationHasDriftedInTheFeatureThatDiffers() {
        List<FeatureWindow.Drift> drift = served(1000, 1);

        assertThat(drift.get(0).feature()).isEqualTo("per_learner");
        assertThat(drift.get(0).index()).isBetween(0.7, 1.2);
        assertThat(drift.get(0).state()).isEqualTo(DriftState.DRIFTED);
        assertThat(drift.get(1).state()).isEqualTo(DriftState.STABLE);
    }

    @Test
    void ofTooFewListsNothingIsSaid() {
        assertThat(served(FeatureWindow.LEAST_LISTS - 1, 1)).isEmpty();
    }

    @Test
    void whatIsADayOldFallsAway() {
        var random = new Random(3);
        var window = new FeatureWindow(trained());
        for (int i = 0; i < FeatureWindow.LEAST_LISTS; i++) {
            window.add(list(random, 5), ROWS, NOW.minus(Duration.ofHours(23)));
            window.add(list(random, 0), ROWS, NOW);
        }
        assertThat(window.lists(NOW)).isEqualTo(2L * FeatureWindow.LEAST_LISTS);
        assertThat(window.drift(NOW).getFirst().state()).isEqualTo(DriftState.DRIFTED);

        Instant later = NOW.plus(Duration.ofHours(1));
        assertThat(window.lists(later)).isEqualTo(FeatureWindow.LEAST_LISTS);
        assertThat(window.drift(later).getFirst().state()).isEqualTo(DriftState.STABLE);
        // The slot of the old hour is used again, and nothing of it is left.
        for (int i = 0; i < 10; i++) {
            window.add(list(random, 0), ROWS, later);
        }
        assertThat(window.lists(later)).isEqualTo(FeatureWindow.LEAST_LISTS + 10L);
        window.add(list(random, 0), ROWS, NOW.minus(Duration.ofHours(23)));
        assertThat(window.lists(later)).isEqualTo(FeatureWindow.LEAST_LISTS + 10L);
    }

    @Test
    void listsOfFewRowsAndOfNoneAreTaken() {
        var window = new FeatureWindow(trained());
        window.add(new double[] {1, 2}, 1, NOW);
        window.add(new double[0], 0, NOW);

        assertThat(window.lists(NOW)).isEqualTo(2);
    }

    @Test
    void theStatesHaveTheirBounds() {
        assertThat(DriftState.of(0.0999)).isEqualTo(DriftState.STABLE);
        assertThat(DriftState.of(0.1)).isEqualTo(DriftState.MODERATE);
        assertThat(DriftState.of(0.2499)).isEqualTo(DriftState.MODERATE);
        assertThat(DriftState.of(0.25)).isEqualTo(DriftState.DRIFTED);
    }
}
