package dev.skillpod.app.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.app.http.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    @Test
    void letsNoMoreWorkThanThereAreTurnsAndAnswersAll() {
        var admission = new Admission(3, Duration.ofSeconds(20));
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                threads.execute(() -> done.addAndGet(admission.admit(() -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    pause(2);
                    working.decrementAndGet();
                    return 1;
                })));
            }
        }
        assertThat(done).hasValue(60);
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void refusesWith503WhenTheTurnDoesNotComeInTime() throws Exception {
        var admission = new Admission(1, Duration.ofMillis(20));
        var inside = new CountDownLatch(1);
        var leave = new CompletableFuture<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> admission.admit(() -> {
                inside.countDown();
                return leave.join();
            }));
            inside.await();
            assertThatThrownBy(() -> admission.admit(() -> "second"))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().status()).isEqualTo(503);
                        assertThat(e.retryAfter()).isNotNull();
                    });
            leave.complete("first");
            assertThat(first.get()).isEqualTo("first");
            assertThat(admission.<String>admit(() -> "third")).isEqualTo("third");
        }
    }

    @Test
    void givesTheTurnBackWhenTheWorkFails() {
        var admission = new Admission(1, Duration.ofMillis(20));
        assertThatThrownBy(() -> admission.admit(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(admission.<String>admit(() -> "next")).isEqualTo("next");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
