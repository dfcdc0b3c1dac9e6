package dev.skillpod.core.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static final long MANY = 1_000_000_000L;

    /** (0.7 - 0.5) ln(0.7 / 0.5) + (0.3 - 0.5) ln(0.3 / 0.5) = 0.0672944 + 0.1021651; with so many values the half does not show. */
    @Test
    void theIndexIsTheSumOverBins() {
        var even = new Distribution(new double[] {0}, new long[] {5 * MANY, 5 * MANY, 0});

        assertThat(even.stabilityIndex(new long[] {7 * MANY, 3 * MANY, 0})).isCloseTo(0.1694595, within(1e-6));
        assertThat(even.stabilityIndex(new long[] {5 * MANY, 5 * MANY, 0})).isCloseTo(0, within(1e-12));
    }

    /** By hand: shares 10.5/21.5, 10.5/21.5, 0.5/21.5 against 0.5/21.5, 20.5/21.5, 0.5/21.5. */
    @Test
    void anEmptyBinIsNotInfinite() {
        var seen = new Distribution(new double[] {0}, new long[] {10, 10, 0});
        double expected = (0.5 - 10.5) / 21.5 * Math.log(0.5 / 10.5) + (20.5 - 10.5) / 21.5 * Math.log(20.5 / 10.5);

        assertThat(seen.stabilityIndex(new long[] {0, 20, 0})).isCloseTo(expected, within(1e-12));
    }

    @Test
    void valuesUpToAnEdgeBelongToItsBinAndUnknownOnesToTheLast() {
        var d = new Distribution(new double[] {1, 2}, new long[4]);

        assertThat(DoubleStream.of(Double.NEGATIVE_INFINITY, 1, 1.5, 2, 2.1, Double.POSITIVE_INFINITY, Double.NaN)
                        .mapToInt(d::bin))
                .containsExactly(0, 0, 1, 1, 2, 2, 3);
    }

    @Test
    void quantilesHoldAboutAsManyEach() {
        double[] values = new Random(1).doubles(10_000).toArray();

        var d = Distribution.ofQuantiles(values, 10);

        assertThat(d.edges()).hasSize(9);
        for (int b = 0; b < 10; b++) {
            assertThat(d.counts()[b]).isBetween(990L, 1010L);
        }
        assertThat(d.counts()[10]).isZero();
        assertThat(d.total()).isEqualTo(10_000);
    }

    /** A flag and a column of which nothing is known must not fall apart: a shift of either is seen. */
    @Test
    void fewValuesHaveFewBins() {
        var flag = Distribution.ofQuantiles(new double[] {0, 0, 0, 0, 0, 0, 0, 1, 1, 1}, 10);
        assertThat(flag.bin(0)).isNotEqualTo(flag.bin(1));
        var constant = Distribution.ofQuantiles(new double[] {3, 3, 3, 3}, 10);
        assertThat(constant.bin(3)).isNotEqualTo(constant.bin(4));
        var unknown = Distribution.ofQuantiles(new double[] {Double.NaN, Double.NaN}, 10);
        assertThat(unknown.edges()).isEmpty();
        assertThat(unknown.counts()).containsExactly(0, 2);
        assertThat(unknown.stabilityIndex(new long[] {2, 0})).isGreaterThan(0.25);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(new double[] {1, 1}, new long[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(new double[] {1}, new long[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Distribution(new double[] {1}, new long[] {0, -1, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Distribution(new double[] {Double.NaN}, new long[3]));
    }
}
