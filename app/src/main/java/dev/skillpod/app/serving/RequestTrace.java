package dev.skillpod.app.serving;

import dev.skillpod.core.model.Stages;
import java.lang.ScopedValue.CallableOp;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notes what the request on this thread does: how long its steps take, which model answered, along which path. Outside of a
 * request (batches, training) it measures nothing. One for the whole service; thread-safe.
 */
public final class RequestTrace implements Stages {
    private final ScopedValue<RequestRecording> current = ScopedValue.newInstance();

    /**
     * Handles a request; what is noted meanwhile on this thread goes into its recording.
     *
     * @throws X what handling it throws
     */
    public <T, X extends Throwable> T during(RequestRecording recording, CallableOp<T, X> request) throws X {
        return ScopedValue.where(current, recording).call(request);
    }

    /** Runs a step and notes how long it took; time of steps within it counts as theirs. */
    @Override
    public <T> T stage(String name, Supplier<T> step) {
        if (!current.isBound()) {
            return step.get();
        }
        RequestRecording recording = current.get();
        recording.begin(name);
        try {
            return step.get();
        } finally {
            recording.end(name);
        }
    }

    /** Notes which version of the model answers. */
    public void modelVersion(String version) {
        note(recording -> recording.modelVersion(version));
    }

    /** Notes along which path the answer was made, such as {@code cold_start}; one of a small fixed set. */
    public void path(String path) {
        note(recording -> recording.path(path));
    }

    /** Notes that the answer is a fallback; the first reason is the one that counts. */
    public void fallback(Fallback reason) {
        note(recording -> recording.fallback(reason));
    }

    /** Notes whether the answer came from a cache. */
    public void cached(boolean cached) {
        note(recording -> recording.cached(cached));
    }

    /** Notes for which tenant the request is. */
    public void tenant(String tenantId) {
        note(recording -> recording.tenant(tenantId));
    }

    private void note(Consumer<RequestRecording> note) {
        if (current.isBound()) {
            note.accept(current.get());
        }
    }
}
