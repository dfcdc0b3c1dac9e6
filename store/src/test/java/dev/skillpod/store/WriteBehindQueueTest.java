package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WriteBehindQueueTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> sunk = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesInOrderAndForgetsWhatIsWritten() {
        var queue = new WriteBehindQueue<Integer, String>("test", 100, sunk::addAll);
        for (int i = 0; i < 50; i++) {
            assertThat(queue.offer(i, "v" + i)).isTrue();
        }

        assertThat(queue.flush(LONG)).isTrue();
        assertThat(sunk).hasSize(50).startsWith("v0", "v1").endsWith("v49");
        assertThat(queue.find(7)).isEmpty();
        assertThat(queue.waiting()).isZero();
        queue.close(LONG);
    }

    @Test
    void dropsAndCountsWhenFullInsteadOfWaiting() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var queue = new WriteBehindQueue<Integer, String>("test", 3, values -> {
            entered.countDown();
            await(release);
            sunk.addAll(values);
        });
        queue.offer(0, "in the sink");
        entered.await();
        for (int i = 1; i <= 3; i++) {
            assertThat(queue.offer(i, "waits")).isTrue();
        }

        assertThat(queue.offer(4, "too many")).isFalse();
        assertThat(queue.offer(5, "too many")).isFalse();
        assertThat(queue.dropped()).isEqualTo(2);
        assertThat(queue.find(4)).isEmpty();
        assertThat(queue.find(1)).hasValue("waits");

        release.countDown();
        queue.close(LONG);
        assertThat(sunk).hasSize(4);
        assertThat(queue.written()).isEqualTo(4);
    }

    @Test
    void triesAgainWhileTheSinkIsUnavailable() {
        var down = new AtomicBoolean(true);
        var queue = new WriteBehindQueue<Integer, String>("test", 10, values -> {
            if (down.getAndSet(false)) {
                throw new StoreUnavailableException("down", null);
            }
            sunk.addAll(values);
        });
        queue.offer(1, "patient");

        assertThat(queue.flush(LONG)).isTrue();
        assertThat(sunk).containsExactly("patient");
        queue.close(LONG);
    }

    @Test
    void dropsOnlyTheValueThatIsRefused() {
        var queue = new WriteBehindQueue<Integer, String>("test", 10, values -> {
            if (values.contains("bad")) {
                throw new StoreException("refused");
            }
            sunk.addAll(values);
        });
        queue.offer(1, "a");
        queue.offer(2, "bad");
        queue.offer(3, "b");

        assertThat(queue.flush(LONG)).isTrue();
        assertThat(sunk).containsExactly("a", "b");
        assertThat(queue.dropped()).isEqualTo(1);
        queue.close(LONG);
    }

    @Test
    void closingGivesUpOnASinkThatStaysAway() {
        var queue = new WriteBehindQueue<Integer, String>("test", 10, values -> {
            throw new StoreUnavailableException("down", null);
        });
        queue.offer(1, "lost");

        queue.close(Duration.ofMillis(100));

        assertThat(queue.dropped()).isEqualTo(1);
        assertThat(queue.offer(2, "after")).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
