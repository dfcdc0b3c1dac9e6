package dev.skillpod.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections, and the one place where the driver's errors become ours. Thread-safe.
 *
 * <p>Callers that run long statements hold a connection of the pool; serving queries are short, so a dozen connections
 * answer thousands of requests a second.
 */
final class Sql implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sql.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;
    private static final int OLDEST_SERVER = 14;

    private final DatabaseUrl url;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Sql(DatabaseUrl url, HikariDataSource pool) {
        this.url = url;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** Work that may use the handle until it returns. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Handle handle) throws SQLException, IOException;
    }

    /** Connects; fails at once when the server does not answer or is too old. */
    static Sql connect(DatabaseUrl url, int poolSize) {
        var config = new HikariConfig();
        config.setPoolName("skillpod");
        config.setJdbcUrl(url.jdbcUrl());
        config.setDataSourceProperties(properties(url));
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(2, poolSize));
        config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(1);
        try {
            var sql = new Sql(url, new HikariDataSource(config));
            int version = sql.query(h -> h.getConnection().getMetaData().getDatabaseMajorVersion());
            if (version < OLDEST_SERVER) {
                sql.close();
                throw new StoreException(
                        "PostgreSQL " + OLDEST_SERVER + " or newer is needed, " + url + " is version " + version);
            }
            return sql;
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw translate(e, url);
        }
    }

    /** Runs a query; nothing is written. */
    <T extends @Nullable Object> T query(Work<T> work) {
        try (Handle handle = jdbi.open()) {
            return work.on(handle);
        } catch (SQLException | IOException | RuntimeException e) {
            throw translate(e, url);
        }
    }

    /** Runs several queries that see the same instant. */
    <T extends @Nullable Object> T snapshot(Work<T> work) {
        return inTransaction(TransactionIsolationLevel.REPEATABLE_READ, true, work);
    }

    /** Runs all of the work, or none of it when it throws. */
    <T extends @Nullable Object> T write(Work<T> work) {
        return inTransaction(TransactionIsolationLevel.READ_COMMITTED, false, work);
    }

    private <T extends @Nullable Object> T inTransaction(
            TransactionIsolationLevel level, boolean readOnly, Work<T> work) {
        try (Handle handle = jdbi.open()) {
            return handle.<T, Exception>inTransaction(level, h -> {
                if (readOnly) {
                    h.execute("SET TRANSACTION READ ONLY");
                }
                return work.on(h);
            });
        } catch (Exception e) {
            throw translate(e, url);
        }
    }

    /** Streams rows into a table; the connection may be in a transaction. */
    static long copyIn(Connection connection, String command, CopyRows.Source source) throws SQLException, IOException {
        var in = new CopyManager(connection.unwrap(BaseConnection.class)).copyIn(command);
        try {
            var rows = new CopyRows(in);
            source.writeTo(rows);
            rows.flush();
            return in.endCopy();
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    void meter(MetricsTrackerFactory meters) {
        if (pool.getMetricsTrackerFactory() == null) {
            pool.setMetricsTrackerFactory(meters);
        }
    }

    javax.sql.DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static java.util.Properties properties(DatabaseUrl url) {
        var properties = url.driverProperties();
        properties.putIfAbsent("ApplicationName", "skillpod");
        properties.putIfAbsent("reWriteBatchedInserts", "true");
        properties.putIfAbsent("connectTimeout", "2");
        properties.putIfAbsent("tcpKeepAlive", "true");
        return properties;
    }

    /** Sorts an error into ours: passed on, worth a retry, or not. */
    private static RuntimeException translate(Exception e, DatabaseUrl url) {
        SQLException cause = sqlCause(e);
        if (cause == null) {
            return e instanceof RuntimeException already
                    ? already
                    : new StoreException("reading or writing failed: " + e, e);
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String reason = cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().lines().findFirst().orElse("");
        log.debug("SQL state {}", state, e);
        if (state.startsWith("28")) {
            return new StoreException("PostgreSQL at " + url + " refused the login: " + reason, e);
        }
        if (state.equals("3D000")) {
            return new StoreException("PostgreSQL at " + url + " has no such database: " + reason, e);
        }
        boolean passing = state.startsWith("08") // connection
                || state.startsWith("57P") // shutting down, crashed, starting up
                || state.startsWith("53") // out of connections, memory, disk
                || state.startsWith("40") // deadlock, serialization
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException;
        return passing
                ? new StoreUnavailableException("PostgreSQL at " + url + " is not available: " + reason, e)
                : new StoreException("PostgreSQL refused: " + reason, e);
    }

    /** Prefers the innermost SQL error that has a state: Hikari wraps the driver's. */
    private static @Nullable SQLException sqlCause(Throwable e) {
        SQLException found = null;
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && (found == null || sql.getSQLState() != null)) {
                found = sql;
            }
        }
        return found;
    }
}
