package dev.skillpod.app.http.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingHistogramTest {
    private final AtomicLong now = new AtomicLong(-5_000_000_000L);
    private final SlidingHistogram histogram = new SlidingHistogram(now::get);

    /** A bucket is at most 1/16 wide, its middle at most 1/32 away from what is in it; 1 microsecond for the clock's floor. */
    @Test
    void percentilesAreRightToWithinTheirBucket() {
        var random = new Random(1);
        double[] millis = new double[10_000];
        for (int i = 0; i < millis.length; i++) {
            long nanos = (long) Math.exp(10 + 10 * random.nextDouble()); // 22 microseconds to half a second
            millis[i] = nanos / 1e6;
            histogram.record(nanos, i % 10 == 0);
        }
        Arrays.sort(millis);

        SlidingHistogram.Snapshot snapshot = histogram.snapshot();

        assertThat(snapshot.count()).isEqualTo(millis.length);
        assertThat(snapshot.failed()).isEqualTo(millis.length / 10);
        for (double share : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
            double exact = millis[(int) Math.ceil(share * millis.length) - 1];
            assertThat(snapshot.millis(share)).as("%s", share).isCloseTo(exact, within(exact / 16 + 0.001));
        }
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        histogram.record(1_000_000, true);
        now.addAndGet(SlidingHistogram.LEAST.toNanos());
        assertThat(histogram.snapshot().count()).isEqualTo(1);

        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(histogram.snapshot().count()).isZero();
        assertThat(histogram.snapshot().millis(0.5)).isZero();

        histogram.record(2_000_000, false);
        assertThat(histogram.snapshot().count()).isEqualTo(1);
        assertThat(histogram.snapshot().failed()).isZero();
    }

    @Test
    void extremesHaveAPlace() {
        histogram.record(-1, false);
        histogram.record(0, false);
        histogram.record(Long.MAX_VALUE, false);

        assertThat(histogram.snapshot().count()).isEqualTo(3);
        assertThat(histogram.snapshot().millis(1)).isGreaterThan(3_600_000);
    }
}
