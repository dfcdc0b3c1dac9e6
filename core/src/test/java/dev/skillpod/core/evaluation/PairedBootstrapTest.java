package dev.skillpod.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    private static long[] singles(int n) {
        return IntStream.range(0, n).asLongStream().toArray();
    }

    @Test
    void theSameMeasurementTwiceDiffersByNothing() {
        double[] values = new SplittableRandom(1).doubles(50).toArray();

        var difference = PairedBootstrap.of(values, values, singles(50), new SplittableRandom(2));

        assertThat(difference.lower()).isZero();
        assertThat(difference.upper()).isZero();
        assertThat(difference.change()).isZero();
        assertThat(difference.groups()).isEqualTo(50);
    }

    /** What both share is large and noisy; the pairs differ by exactly 0.1, which the interval must find. */
    @Test
    void noiseThatBothShareDoesNotCount() {
        double[] first = new SplittableRandom(3).doubles(40, -100, 100).toArray();
        double[] second =
                IntStream.range(0, 40).mapToDouble(i -> first[i] + 0.1).toArray();

        var difference = PairedBootstrap.of(first, second, singles(40), new SplittableRandom(4));

        assertThat(difference.lower()).isCloseTo(0.1, within(1e-9));
        assertThat(difference.upper()).isCloseTo(0.1, within(1e-9));
    }

    /**
     * Ten observations of each of 40 learners, all ten alike: there are 40 facts and not 400. The standard error of the mean of 40
     * standard normal values is 0.158, so the interval is about 4 * 0.158 = 0.62 wide; taken for 400 facts it would be 0.2.
     */
    @Test
    void observationsOfOneLearnerAreOneFact() {
        var random = new SplittableRandom(5);
        var first = new double[400];
        var second = new double[400];
        var learner = new long[400];
        double value = 0;
        for (int i = 0; i < 400; i++) {
            if (i % 10 == 0) {
                value = random.nextGaussian();
            }
            second[i] = value;
            learner[i] = i / 10;
        }

        var difference = PairedBootstrap.of(first, second, learner, new SplittableRandom(6));

        assertThat(difference.upper() - difference.lower()).isBetween(0.4, 0.9);
        assertThat(difference.groups()).isEqualTo(40);
    }

    @Test
    void lengthsMustAgree() {
        assertThatThrownBy(() -> PairedBootstrap.of(new double[2], new double[1], new long[2], new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedBootstrap.of(new double[0], new double[0], new long[0], new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
