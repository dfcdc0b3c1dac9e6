package dev.skillpod.app.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was noted of one request. Used by the thread that handles it, and by others only after that. */
public final class RequestRecording {
    private final List<Entry> entries = new ArrayList<>(8);
    private final Listener listener;
    private @Nullable Open innermost;
    private @Nullable String modelVersion;
    private @Nullable String path;
    private @Nullable Fallback fallback;
    private @Nullable String tenantId;
    private @Nullable Boolean cached;

    /** Is told when steps begin and end, for instance to make spans of them. */
    @FunctionalInterface
    public interface Listener {
        /** What {@link #NONE} does when a step ends. */
        Runnable NOTHING = () -> {};

        /** Does nothing. */
        Listener NONE = stage -> NOTHING;

        /** Is told that a step begins, and returns what to do when it ends; steps end in reverse order, on their thread. */
        Runnable begin(String stage);
    }

    private static final class Open {
        private final @Nullable Open outer;
        private final Runnable atEnd;
        private final long began = System.nanoTime();
        private long within;

        Open(@Nullable Open outer, Runnable atEnd) {
            this.outer = outer;
            this.atEnd = atEnd;
        }
    }

    private static final class Entry {
        private final String name;
        private long nanos;

        Entry(String name) {
            this.name = name;
        }
    }

    /**
     * How long a step took.
     *
     * @param name the step
     * @param nanos time in it and not in steps within it, all its runs together
     */
    public record Stage(String name, long nanos) {}

    /** Starts empty. */
    public RequestRecording(Listener listener) {
        this.listener = listener;
    }

    void begin(String stage) {
        innermost = new Open(innermost, listener.begin(stage));
    }

    void end(String stage) {
        Open ended = innermost;
        if (ended == null) {
            return;
        }
        long nanos = System.nanoTime() - ended.began;
        innermost = ended.outer;
        if (ended.outer != null) {
            ended.outer.within += nanos;
        }
        entry(stage).nanos += nanos - ended.within;
        ended.atEnd.run();
    }

    private Entry entry(String stage) {
        for (Entry entry : entries) {
            if (entry.name.equals(stage)) {
                return entry;
            }
        }
        var entry = new Entry(stage);
        entries.add(entry);
        return entry;
    }

    void modelVersion(String version) {
        modelVersion = version;
    }

    void path(String taken) {
        path = taken;
    }

    void fallback(Fallback reason) {
        if (fallback == null) {
            fallback = reason;
        }
    }

    void cached(boolean fromCache) {
        cached = fromCache;
    }

    void tenant(String id) {
        tenantId = id;
    }

    /** Returns the steps, in the order in which they first ended. */
    public List<Stage> stages() {
        return entries.stream().map(e -> new Stage(e.name, e.nanos)).toList();
    }

    /** Returns the version of the model that answered. */
    public Optional<String> modelVersion() {
        return Optional.ofNullable(modelVersion);
    }

    /** Returns along which path the answer was made. */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** Returns why the answer is a fallback; empty when it is none. */
    public Optional<Fallback> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** Returns the tenant the request is for. */
    public Optional<String> tenantId() {
        return Optional.ofNullable(tenantId);
    }

    /** Returns whether the answer came from a cache; empty when no cache was asked. */
    public Optional<Boolean> cached() {
        return Optional.ofNullable(cached);
    }
}
