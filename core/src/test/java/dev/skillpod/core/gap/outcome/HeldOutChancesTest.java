package dev.skillpod.core.gap.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.evaluation.PairedBootstrap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutChancesTest {
    /** Every fourth of the applications led to the job; {@code sure} is what those got, the others one minus it. */
    private static HeldOutChances chances(int from, int until, double sure) {
        int n = until - from;
        var hired = new boolean[n];
        var chance = new double[n];
        for (int i = 0; i < n; i++) {
            hired[i] = (from + i) % 4 == 0;
            chance[i] = hired[i] ? sure : 1 - sure;
        }
        return new HeldOutChances(
                IntStream.range(from, until).asLongStream().toArray(),
                IntStream.range(from, until).asLongStream().map(i -> i / 3).toArray(),
                chance,
                hired);
    }

    @Test
    void whoIsSurerOfWhatCameHasTheSmallerLoss() {
        PairedBootstrap.Difference difference = chances(0, 300, 0.6)
                .logLoss(chances(0, 300, 0.8), new SplittableRandom(1))
                .orElseThrow();

        assertThat(difference.first()).isCloseTo(-Math.log(0.6), within(1e-9));
        assertThat(difference.second()).isCloseTo(-Math.log(0.8), within(1e-9));
        assertThat(difference.upper()).isNegative();
        assertThat(difference.groups()).isEqualTo(100);
    }

    @Test
    void onlyApplicationsInCommonCount() {
        assertThat(chances(0, 300, 0.6).logLoss(chances(200, 500, 0.8), new SplittableRandom(1)))
                .hasValueSatisfying(d -> assertThat(d.groups()).isEqualTo(34));
        assertThat(chances(0, 300, 0.6).logLoss(chances(201, 500, 0.8), new SplittableRandom(1)))
                .as("99 in common")
                .isEmpty();
    }

    @Test
    void certaintyThatIsWrongStaysFinite() {
        PairedBootstrap.Difference difference = chances(0, 200, 1)
                .logLoss(chances(0, 200, 0), new SplittableRandom(1))
                .orElseThrow();

        assertThat(difference.first()).isZero();
        assertThat(difference.second()).isCloseTo(-Math.log(1e-6), within(1e-9));
    }

    @Test
    void columnsMustFit() {
        assertThatThrownBy(() -> new HeldOutChances(new long[1], new long[1], new double[] {1.1}, new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeldOutChances(new long[2], new long[1], new double[1], new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
