package dev.skillpod.app.runtime;

import dev.skillpod.core.model.Progress;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each new stage once, and hands every step on. Thread-safe. */
public final class LoggedProgress implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

    private final Consumer<String> listener;
    private String stage = "";

    /** Makes a progress that tells {@code listener} every step in words. */
    public LoggedProgress(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void report(String newStage, long done, long total) {
        if (!newStage.equals(stage)) {
            stage = newStage;
            LOG.info("{} ...", stage);
        }
        listener.accept(total > 0 ? stage + " (" + done + " of " + total + ")" : stage);
    }
}
