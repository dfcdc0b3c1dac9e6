package dev.skillpod.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * What is acknowledged must outlive a crash, whatever the server's default is (stricter settings stay), and a transaction is what
     * {@link #write} and {@link #snapshot} say, without asking the server for each.
     */
    private static final String CONNECTED = "SELECT set_config('synchronous_commit', 'on', false)"
            + " WHERE current_setting('synchronous_commit') = 'off';"
            + " SET default_transaction_isolation = 'read committed'";

    private static final String SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final DatabaseUrl url;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Reachability reachability;
    private final InFlight inFlight = new InFlight();
    private final BooleanSupplier alive;
    private final ServerPulse pulse;
    private final Set<Connection> busy = ConcurrentHashMap.newKeySet();

    private Sql(DatabaseUrl url, HikariDataSource pool, BooleanSupplier alive) {
        this.alive = alive;
        this.url = url;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE); // no arguments in logs
        this.pulse = new ServerPulse(url);
        this.reachability = new Reachability("PostgreSQL at " + url, new Watched());
    }

    /** Work that may use the handle until it returns. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Handle handle) throws SQLException, IOException;
    }

    /** Reads the row that a result stands at. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Connects; fails at once when the server does not answer or is too old.
     *
     * @param first a statement that every new connection begins with, or null
     * @param alive brings the server to life again when it is ours and has ended; whether asking it makes sense
     */
    static Sql connect(DatabaseUrl url, int poolSize, @Nullable String first, BooleanSupplier alive) {
        var config = new HikariConfig();
        config.setPoolName("skillpod");
        config.setJdbcUrl(url.jdbcUrl());
        config.setDataSourceProperties(properties(url));
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(2, poolSize));
        config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        config.setValidationTimeout(TimeUnit.SECONDS.toMillis(ServerPulse.SILENCE_SECONDS));
        config.setInitializationFailTimeout(1);
        config.setConnectionInitSql(first == null ? CONNECTED : CONNECTED + "; " + first);
        var sql = new Sql(url, pool(config, url), alive);
        try {
            int version = sql.query(h -> h.getConnection().getMetaData().getDatabaseMajorVersion());
            if (version < OLDEST_SERVER) {
                throw new StoreException(
                        "PostgreSQL " + OLDEST_SERVER + " or newer is needed, " + url + " is version " + version);
            }
            return sql;
        } catch (RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    private static HikariDataSource pool(HikariConfig config, DatabaseUrl url) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw translate(e, url);
        }
    }

    /** Runs a query on what tenants share; nothing is written. */
    <T extends @Nullable Object> T query(Work<T> work) {
        return run(work);
    }

    /** Runs several queries on what tenants share; they see the same instant. */
    <T extends @Nullable Object> T snapshot(Work<T> work) {
        return inTransaction(SNAPSHOT, null, work);
    }

    /** Runs several queries that see the same instant, within a reach. */
    <T extends @Nullable Object> T snapshot(Reach reach, Work<T> work) {
        return inTransaction(SNAPSHOT, reach, work);
    }

    /** Runs all of the work on what tenants share, or none of it when it throws. */
    <T extends @Nullable Object> T write(Work<T> work) {
        return inTransaction(null, null, work);
    }

    /** Runs all of the work, or none of it when it throws, within a reach. */
    <T extends @Nullable Object> T write(Reach reach, Work<T> work) {
        return inTransaction(null, reach, work);
    }

    /**
     * Reads rows of one tenant, in one round trip.
     *
     * @param values of the query's question marks
     */
    <T> List<T> rows(String tenantId, String query, RowReader<T> reader, Object... values) {
        return query(h -> {
            try (PreparedStatement statement = h.getConnection().prepareStatement(Reach.TENANT_FIRST + query)) {
                statement.setString(1, tenantId);
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 2, values[i]);
                }
                statement.execute();
                statement.getMoreResults();
                var rows = new ArrayList<T>();
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        rows.add(reader.read(row));
                    }
                }
                return rows;
            }
        });
    }

    private <T extends @Nullable Object> T inTransaction(@Nullable String first, @Nullable Reach reach, Work<T> work) {
        return run(handle -> {
            try {
                return handle.<T, Exception>inTransaction(h -> {
                    if (first != null) {
                        h.execute(first);
                    }
                    if (reach != null) {
                        reach.on(h.getConnection());
                    }
                    return work.on(h);
                });
            } catch (SQLException | IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError("no work throws it", e);
            }
        });
    }

    private <T extends @Nullable Object> T run(Work<T> work) {
        inFlight.begin();
        try {
            reachability.check();
            return onConnection(work);
        } finally {
            inFlight.end();
        }
    }

    private <T extends @Nullable Object> T onConnection(Work<T> work) {
        try (Handle handle = jdbi.open()) {
            Connection connection = handle.getConnection();
            busy.add(connection);
            try {
                T answer = work.on(handle);
                reachability.reached();
                return answer;
            } finally {
                busy.remove(connection);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    /** Returns whether the server answers, as the latest statements found it. */
    DatabaseHealth health() {
        return reachability.health();
    }

    private RuntimeException failed(Exception e) {
        SQLException cause = sqlCause(e);
        if (cause != null && lostServer(cause)) {
            reachability.lost(e);
        } else {
            reachability.reached();
        }
        return translate(e, url);
    }

    /** Says of an error whether there was no server, or it went away. */
    static boolean lostServer(SQLException e) {
        String state = e.getSQLState();
        return state == null
                ? "Connection is closed"
                        .equals(e.getMessage()) // by the pool, after an earlier error of the same statement
                : state.startsWith("08") || state.startsWith("57P0");
    }

    private final class Watched implements Reachability.Server {
        @Override
        public boolean beats() {
            return pulse.beats();
        }

        @Override
        public boolean isBack() {
            if (!alive.getAsBoolean()) {
                return false;
            }
            try (Connection connection = pool.getConnection()) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void giveUp() {
            for (Connection connection : busy) {
                try {
                    connection.abort(Runnable::run);
                } catch (SQLException e) {
                    log.debug("cutting a connection: {}", e.getMessage());
                }
            }
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

    /** Lets what is under way end, for some seconds, and no more begin: a connection that is taken away is an error to its user. */
    @Override
    public void close() {
        inFlight.close(PATIENCE);
        reachability.close();
        pulse.close();
        pool.close();
    }

    static java.util.Properties properties(DatabaseUrl url) {
        var properties = url.driverProperties();
        properties.putIfAbsent("ApplicationName", "skillpod");
        properties.putIfAbsent("reWriteBatchedInserts", "true");
        properties.putIfAbsent("connectTimeout", "2");
        properties.putIfAbsent("tcpKeepAlive", "true");
        properties.putIfAbsent("logServerErrorDetail", "false"); // details quote rows
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
        boolean passing = lostServer(cause)
                || state.startsWith("57P") // shutting down, crashed, starting up
                || state.startsWith("53") // out of connections, memory, disk
                || state.startsWith("40") // deadlock, serialization
                || state.equals("55P03") // a lock that did not come in time
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
