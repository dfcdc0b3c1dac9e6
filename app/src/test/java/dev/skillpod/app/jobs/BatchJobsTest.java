package dev.skillpod.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.app.inmemory.InMemoryJobs;
import dev.skillpod.app.serving.Job;
import dev.skillpod.app.serving.JobLog;
import dev.skillpod.app.serving.JobLog.JobResult;
import dev.skillpod.app.serving.StoreUnavailableException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchJobsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    private final InMemoryJobs log = new InMemoryJobs();

    @Test
    void whatAnEarlierRunLeftUnfinishedIsFailed() {
        Job left = log.create("t", 3, CLOCK.instant());
        log.update(left.started(CLOCK.instant()));

        try (var jobs = new BatchJobs(log, (learner, created) -> Optional.of("{}"), CLOCK, JobsConfig.defaults())) {
            assertThat(jobs.find(null, left.id()).orElseThrow().state()).isEqualTo(Job.State.FAILED);
            assertThat(jobs.find(null, left.id()).orElseThrow().error()).contains("stopped");
        }
    }

    @Test
    void moreThanMayWaitAreRefusedAndAWaitingJobCanBeCancelled() throws InterruptedException {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        UserAnswer slow = (learner, created) -> {
            running.countDown();
            await(release);
            return Optional.of("{}");
        };
        try (var jobs = new BatchJobs(log, slow, CLOCK, new JobsConfig(1, 1, 10))) {
            jobs.submit("t", List.of("a"));
            assertThat(running.await(5, TimeUnit.SECONDS)).isTrue();
            Job waiting = jobs.submit("t", List.of("b"));
            assertThatThrownBy(() -> jobs.submit("t", List.of("c"))).isInstanceOf(JobsFullException.class);

            assertThat(jobs.cancel(null, waiting.id()).orElseThrow().byThisCall())
                    .isTrue();
            assertThat(jobs.cancel(null, waiting.id()).orElseThrow().byThisCall())
                    .isFalse();
            release.countDown();
            Thread.sleep(50);
            assertThat(jobs.find(null, waiting.id()).orElseThrow().state()).isEqualTo(Job.State.CANCELLED);
            assertThat(jobs.results(waiting, 0, 10)).isEmpty();
        }
    }

    @Test
    void aJobWaitsWhileTheDatabaseIsAwayAndLosesNothing() throws InterruptedException {
        var timesAway = new AtomicInteger();
        var calls = new AtomicInteger();
        var unreliable = (JobLog) Proxy.newProxyInstance(
                JobLog.class.getClassLoader(), new Class<?>[] {JobLog.class}, (proxy, method, args) -> {
                    boolean writes = method.getName().equals("update")
                            || method.getName().equals("addResults");
                    if (writes && calls.getAndIncrement() % 2 == 0) {
                        timesAway.incrementAndGet();
                        throw new StoreUnavailableException("away", Duration.ofSeconds(1), null);
                    }
                    return method.invoke(log, args);
                });
        var asked = new AtomicInteger();
        UserAnswer answer = (learner, created) -> {
            if (asked.getAndIncrement() == 0) {
                throw new StoreUnavailableException("away", Duration.ofSeconds(1), null);
            }
            return Optional.of("{}");
        };
        try (var jobs = new BatchJobs(unreliable, answer, CLOCK, new JobsConfig(1, 1, 10))) {
            Job job = jobs.submit("t", List.of("a", "b"));

            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!jobs.find(null, job.id()).orElseThrow().state().ended() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(jobs.find(null, job.id()).orElseThrow().state()).isEqualTo(Job.State.SUCCEEDED);
            assertThat(jobs.results(job, 0, 10)).extracting(JobResult::userId).containsExactly("a", "b");
            assertThat(timesAway.get())
                    .as("at the beginning, when answers are kept, at progress, at the end")
                    .isEqualTo(4);
        }
    }

    @Test
    void configurationNamesItsRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobsConfig(0, 1, 1))
                .withMessage("threads must be in [1, 64], was 0");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
