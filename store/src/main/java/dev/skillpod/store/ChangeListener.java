package dev.skillpod.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what PostgreSQL tells on a channel, on a connection and a thread of its own. A lost connection is opened again; since
 * nobody knows what was told meanwhile, that counts as a change.
 */
final class ChangeListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);
    private static final int SILENCE_MILLIS = 5_000;
    private static final int ALIVE_SECONDS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DatabaseUrl url;
    private final String channel;
    private final Consumer<String> changed;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /**
     * Starts to listen.
     *
     * @param channel a plain identifier
     * @param changed gets the payload, or an empty text after every (re)connection; called by one thread
     */
    ChangeListener(DatabaseUrl url, String channel, Consumer<String> changed) {
        this.url = url;
        this.channel = channel;
        this.changed = changed;
        this.thread = Thread.ofPlatform()
                .name("skillpod-listen-" + channel)
                .daemon(true)
                .start(this::run);
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try (Connection open = open()) {
                connection = open;
                pause = FIRST_PAUSE;
                tell("");
                hear(open);
            } catch (SQLException e) {
                log.debug("not listening on {}: {}", channel, e.getMessage());
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Connection open() throws SQLException {
        Connection open = DriverManager.getConnection(url.jdbcUrl(), Sql.properties(url));
        try (var statement = open.createStatement()) {
            statement.execute("LISTEN " + channel);
            return open;
        } catch (SQLException e) {
            open.close();
            throw e;
        }
    }

    private void hear(Connection open) throws SQLException {
        PGConnection postgres = open.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] heard = postgres.getNotifications(SILENCE_MILLIS);
            if (heard != null && heard.length > 0) {
                for (PGNotification notification : heard) {
                    tell(notification.getParameter());
                }
            } else if (!open.isValid(ALIVE_SECONDS)) {
                throw new SQLException("the connection is gone");
            }
        }
    }

    private void tell(String payload) {
        try {
            changed.accept(payload);
        } catch (RuntimeException e) {
            log.warn("a change told on {} was not followed: {}", channel, e.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        Connection open = connection;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                log.debug("closing: {}", e.getMessage());
            }
        }
    }
}
