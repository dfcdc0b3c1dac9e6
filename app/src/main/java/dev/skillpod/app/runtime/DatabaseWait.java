package dev.skillpod.app.runtime;

import dev.skillpod.core.model.Progress;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseSettings;
import dev.skillpod.store.StoreUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a PostgreSQL that may not be there yet: whoever starts services starts them in any order. What waiting does not mend (a
 * refused login, no such database, too old a server) fails at once, and so does an embedded PostgreSQL that cannot start.
 */
final class DatabaseWait {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private DatabaseWait() {}

    static Database open(DatabaseSettings settings, Progress progress) {
        Duration pause = FIRST;
        while (true) {
            try {
                return Database.open(settings);
            } catch (StoreUnavailableException e) {
                if (settings.url().isEmpty()) {
                    throw e;
                }
                LOG.warn("{}; trying again in {} s", e.getMessage(), pause.toSeconds());
                progress.report("waiting for PostgreSQL, which does not answer", 0, 0);
                sleep(pause, e);
                pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            }
        }
    }

    private static void sleep(Duration pause, StoreUnavailableException reason) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
