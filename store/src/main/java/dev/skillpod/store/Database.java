package dev.skillpod.store;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open feature store: a PostgreSQL with an up-to-date schema, and the stores on it. Thread-safe.
 *
 * <p>Closing writes what still waits, closes the connections and, when the PostgreSQL is an embedded one, stops it.
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final Duration ERASE_FLUSH = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final DatabaseUrl url;
    private final @Nullable EmbeddedDatabase embedded;
    private final Sql sql;
    private final CatalogStore catalog;
    private final LearnerStore learners;
    private final EventStore events;
    private final DemandStore demand;
    private final ForecastStore forecasts;
    private final PostingStore postings;
    private final RecommendationStore recommendations;
    private final JobStore jobs;
    private final PathStore paths;
    private final Thread heartbeat;

    private Database(DatabaseUrl url, @Nullable EmbeddedDatabase embedded, Sql sql) {
        this.url = url;
        this.embedded = embedded;
        this.sql = sql;
        this.catalog = new CatalogStore(sql);
        this.learners = new LearnerStore(sql);
        this.events = new EventStore(sql);
        this.demand = new DemandStore(sql);
        this.forecasts = new ForecastStore(sql);
        this.postings = new PostingStore(sql);
        this.recommendations = new RecommendationStore(sql);
        this.jobs = new JobStore(sql);
        this.paths = new PathStore(sql);
        this.heartbeat =
                Thread.ofPlatform().name("skillpod-heartbeat").daemon(true).unstarted(this::beat);
    }

    /**
     * Connects, or starts the embedded PostgreSQL, and migrates the schema.
     *
     * @throws StoreUnavailableException when the PostgreSQL of the settings does not answer
     * @throws StoreException when it refuses, is too old, or cannot be started or migrated; one line says why
     */
    public static Database open(DatabaseSettings settings) {
        EmbeddedDatabase embedded = settings.url().isPresent() ? null : EmbeddedDatabase.start(settings.directory());
        DatabaseUrl url = embedded == null ? settings.url().orElseThrow() : embedded.url();
        Sql sql = null;
        boolean open = false;
        try {
            sql = Sql.connect(url, settings.poolSize());
            migrate(sql, url);
            var database = new Database(url, embedded, sql);
            database.startHeartbeat();
            open = true;
            return database;
        } finally {
            if (!open) {
                if (sql != null) {
                    sql.close();
                }
                if (embedded != null) {
                    embedded.close();
                }
            }
        }
    }

    private static void migrate(Sql sql, DatabaseUrl url) {
        try {
            Flyway.configure()
                    .dataSource(sql.dataSource())
                    .locations("classpath:dev/skillpod/store/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new StoreException(
                    "the schema of " + url + " cannot be brought up to date: "
                            + reason.strip().lines().findFirst().orElse(""),
                    e);
        }
    }

    private void startHeartbeat() {
        if (embedded == null) {
            jobs.heartbeat();
        } else {
            jobs.failJobsOfOthers();
        }
        heartbeat.start();
    }

    private void beat() {
        while (true) {
            try {
                Thread.sleep(HEARTBEAT);
                jobs.heartbeat();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.debug("no heartbeat: {}", e.getMessage());
            }
        }
    }

    /** Returns skills, roles, contents and prerequisites. */
    public CatalogStore catalog() {
        return catalog;
    }

    /** Returns profiles. */
    public LearnerStore learners() {
        return learners;
    }

    /** Returns the log. */
    public EventStore events() {
        return events;
    }

    /** Returns the demand history. */
    public DemandStore demand() {
        return demand;
    }

    /** Returns what is expected of the demand. */
    public ForecastStore forecasts() {
        return forecasts;
    }

    /** Returns the jobs that were posted. */
    public PostingStore postings() {
        return postings;
    }

    /** Returns the served lists. */
    public RecommendationStore recommendations() {
        return recommendations;
    }

    /** Returns the background jobs. */
    public JobStore jobs() {
        return jobs;
    }

    /** Returns the learning paths. */
    public PathStore paths() {
        return paths;
    }

    /** Returns where the data are; the password is not shown by its {@code toString}. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns whether the PostgreSQL was started by this process. */
    public boolean isEmbedded() {
        return embedded != null;
    }

    /** Lets the pool of connections tell its figures; only the first call counts. */
    public void meterConnections(MetricsTrackerFactory meters) {
        sql.meter(meters);
    }

    /** Returns whether PostgreSQL answers now; waits about a second at most. */
    public boolean healthy() {
        try {
            return sql.query(h -> h.getConnection().isValid(1));
        } catch (StoreException e) {
            return false;
        }
    }

    /** Erases everything about a learner: events, profile, served lists, learning paths, and finished jobs that name the learner. */
    public Erasure erase(LearnerKey learner) {
        recommendations.flush(ERASE_FLUSH);
        return sql.write(h -> LearnerErasure.run(h, learner));
    }

    @Override
    public void close() {
        heartbeat.interrupt();
        recommendations.close();
        sql.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
