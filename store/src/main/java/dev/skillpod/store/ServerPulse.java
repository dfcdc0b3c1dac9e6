package dev.skillpod.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks PostgreSQL for a sign of life, on a connection of its own, so that neither a full pool nor a long statement looks like a
 * server that hangs. Asked by one thread.
 */
final class ServerPulse {
    private static final Logger log = LoggerFactory.getLogger(ServerPulse.class);

    /** A server that is silent for so long hangs; one that is merely busy answers an empty statement long before. */
    static final int SILENCE_SECONDS = 3;

    private final DatabaseUrl url;
    private volatile @Nullable Connection connection;

    ServerPulse(DatabaseUrl url) {
        this.url = url;
    }

    /** Returns whether the server answers; takes {@value #SILENCE_SECONDS} seconds at most for each of connecting and asking. */
    boolean beats() {
        Connection known = connection;
        if (known == null) {
            return beats(null);
        }
        long begin = System.nanoTime();
        if (beats(known)) {
            return true;
        }
        boolean late = System.nanoTime() - begin >= TimeUnit.SECONDS.toNanos(SILENCE_SECONDS);
        return !late && beats(null); // a connection that ended tells of a server that went, not of one that is away
    }

    private boolean beats(@Nullable Connection known) {
        try {
            Connection open = known == null ? connect() : known;
            connection = open;
            if (open.isValid(SILENCE_SECONDS)) {
                return true;
            }
        } catch (SQLException e) {
            if (e.getSQLState() != null && !Sql.lostServer(e)) {
                return true; // it says no, because it has no connection left, say: that is an answer
            }
            log.debug("no sign of life: {}", e.getMessage());
        }
        close();
        return false;
    }

    private Connection connect() throws SQLException {
        Properties properties = Sql.properties(url);
        properties.setProperty("loginTimeout", String.valueOf(SILENCE_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
        return DriverManager.getConnection(url.jdbcUrl(), properties);
    }

    void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.abort(Runnable::run); // closing would tell the server, which may hang
            } catch (SQLException e) {
                log.debug("closing: {}", e.getMessage());
            }
        }
    }
}
