package dev.skillpod.core.trend.seasonal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.trend.TimeSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalityTestTest {
    @Test
    void findsAYearlyPeak() {
        assertThat(SeasonalityTest.isSeasonal(peak(48, 12))).isTrue();
    }

    @Test
    void wantsThreeSeasons() {
        assertThat(SeasonalityTest.isSeasonal(peak(36, 12))).isTrue();
        assertThat(SeasonalityTest.isSeasonal(peak(35, 12))).isFalse();
    }

    @Test
    void seesNothingWithoutSeasonsOrWithoutChange() {
        assertThat(SeasonalityTest.isSeasonal(peak(48, 12).withoutSeasons())).isFalse();
        assertThat(SeasonalityTest.isSeasonal(TimeSeries.of(new double[60], 12)))
                .isFalse();
    }

    /** At 90 % a tenth of all noise passes: of 500 series 50, with a standard deviation of 7; the test is known to be a little strict. */
    @Test
    void letsAboutATenthOfNoisePass() {
        var random = new Random(11);
        int passed = 0;
        for (int i = 0; i < 500; i++) {
            double[] noise = random.doubles(120).toArray();
            if (SeasonalityTest.isSeasonal(TimeSeries.of(noise, 4))) {
                passed++;
            }
        }
        assertThat(passed).isBetween(25, 75);
    }

    private static TimeSeries peak(int length, int m) {
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = t % m == m / 2 ? 20 : 10;
        }
        return TimeSeries.of(values, m);
    }
}
