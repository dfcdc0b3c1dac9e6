package dev.skillpod.app.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class RequestTraceTest {
    private final RequestTrace trace = new RequestTrace();

    @Test
    void outsideOfARequestNothingHappens() {
        assertThat(trace.stage("candidates", () -> 7)).isEqualTo(7);
        trace.path("hybrid");
        trace.modelVersion("m");
    }

    @Test
    void aStepWithinAStepCountsOnce() {
        var recording = new RequestRecording(RequestRecording.Listener.NONE);
        long begin = System.nanoTime();

        trace.during(
                recording,
                () -> trace.stage(
                        "learner_context",
                        () -> trace.stage("store", () -> {
                            LockSupport.parkNanos(20_000_000);
                            return 1;
                        })));

        long all = System.nanoTime() - begin;
        assertThat(recording.stages().stream().map(RequestRecording.Stage::name))
                .containsExactly("store", "learner_context");
        long store = recording.stages().get(0).nanos();
        long context = recording.stages().get(1).nanos();
        assertThat(store).isGreaterThanOrEqualTo(20_000_000);
        assertThat(store + context).isLessThanOrEqualTo(all);
    }

    @Test
    void aStepThatThrowsIsMeasuredToo() {
        var recording = new RequestRecording(RequestRecording.Listener.NONE);

        assertThatThrownBy(() -> trace.during(
                        recording,
                        () -> trace.stage("store", () -> {
                            throw new IllegalStateException("away");
                        })))
                .hasMessage("away");

        assertThat(recording.stages()).hasSize(1);
    }

    @Test
    void requestsOnVirtualThreadsDoNotMix() throws Exception {
        var recordings = new ArrayList<RequestRecording>();
        var done = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                var recording = new RequestRecording(RequestRecording.Listener.NONE);
                String tenant = "tenant-" + i;
                recordings.add(recording);
                done.add(threads.submit(() -> trace.during(
                        recording,
                        () -> trace.stage("store", () -> {
                            LockSupport.parkNanos(1_000_000);
                            trace.tenant(tenant);
                            return 1;
                        }))));
            }
            for (Future<?> future : done) {
                future.get();
            }
        }
        for (int i = 0; i < 50; i++) {
            assertThat(recordings.get(i).tenantId()).contains("tenant-" + i);
            assertThat(recordings.get(i).stages()).hasSize(1);
        }
    }

    @Test
    void theListenerSeesBeginAndEnd() {
        var heard = new ArrayList<String>();
        var recording = new RequestRecording(stage -> {
            heard.add("+" + stage);
            return () -> heard.add("-" + stage);
        });

        trace.during(recording, () -> trace.stage("a", () -> trace.stage("b", () -> 1)));

        assertThat(heard).isEqualTo(List.of("+a", "+b", "-b", "-a"));
    }
}
