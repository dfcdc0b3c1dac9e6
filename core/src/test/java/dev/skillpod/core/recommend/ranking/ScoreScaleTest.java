package dev.skillpod.core.recommend.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreScaleTest {
    private final ScoreScale scale = ScoreScale.fit(new double[] {-1, 1, 3, 5});

    @Test
    void theMeanBecomesAHalfAndOneDeviationMore() {
        assertThat(scale.centre()).isEqualTo(2);
        assertThat(scale.width()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(scale.score(2)).isEqualTo(0.5);
        assertThat(scale.score(2 + scale.width())).isCloseTo(0.7311, within(1e-4));
    }

    @Test
    void scaledContributionsSumToTheDifferenceOfTheScores() {
        for (double raw : new double[] {-40, -3, 2, 2 + 1e-12, 7, 60}) {
            assertThat(scale.score(2) + scale.chord(2, raw) * (raw - 2)).isCloseTo(scale.score(raw), within(1e-12));
        }
    }

    @Test
    void aScaleWithoutWidthIsRefused() {
        assertThatThrownBy(() -> new ScoreScale(0, 0)).hasMessageContaining("width must be above 0");
        assertThat(ScoreScale.fit(new double[] {4, 4}).width()).isPositive();
    }
}
