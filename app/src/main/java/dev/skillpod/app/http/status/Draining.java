package dev.skillpod.app.http.status;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets callers go elsewhere before the service ends: on SIGTERM {@code /ready} answers 503 at once, while requests are still
 * answered, each closing its connection, for {@code DRAIN_SECONDS}; then the web server takes no more and finishes what it has.
 */
@Component
final class Draining implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final long seconds;
    private volatile boolean running;
    private volatile boolean draining;

    Draining(@Value("${DRAIN_SECONDS:1}") String seconds) {
        this.seconds = seconds.isBlank() ? 1 : Long.parseLong(seconds.strip());
    }

    /** Returns whether the service is about to end. */
    boolean now() {
        return draining;
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    @Override
    public void stop() {
        draining = true;
        if (seconds > 0) {
            LOG.info("stopping: not ready any more; requests are answered for another {} s", seconds);
            try {
                Thread.sleep(seconds * 1000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running = false;
    }

    /** A pause of the context, as between tests, is not an end. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first to stop, before the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
