package dev.skillpod.store;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.embedded.EmbeddedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final TrainingJobStore trainings;
    private final TrainingRows trainingRows;
    private final ServedOutcomes servedOutcomes;
    private final ModelStore models;
    private final KeyStore keys;
    private final AuditStore audit;
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
        this.trainings = new TrainingJobStore(sql);
        this.trainingRows = new TrainingRows(sql);
        this.servedOutcomes = new ServedOutcomes(sql);
        this.models = new ModelStore(sql);
        this.keys = new KeyStore(sql);
        this.audit = new AuditStore(sql);
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
            String first = migrate(url).orElse(null);
            sql = Sql.connect(url, settings.poolSize(), first, () -> embedded == null || embedded.revive());
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

    /**
     * Opens the database beside whoever uses it: a server that another process runs on the settings' directory is joined, not
     * refused. It ends with that process.
     */
    public static Database beside(DatabaseSettings settings) {
        Optional<DatabaseUrl> running =
                settings.url().isPresent() ? Optional.empty() : EmbeddedDatabase.running(settings.directory());
        return open(
                running.isEmpty()
                        ? settings
                        : new DatabaseSettings(running, settings.directory(), settings.poolSize()));
    }

    /** Brings the schema up to date, and returns the first statement of every later connection, if there is to be one. */
    private static Optional<String> migrate(DatabaseUrl url) {
        try (Sql sql = Sql.connect(url, 2, null, () -> true)) {
            Flyway.configure()
                    .dataSource(sql.dataSource())
                    .locations("classpath:dev/skillpod/store/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            return sql.query(h -> TenantRole.prepare(h.getConnection()));
        } catch (FlywayException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new StoreException(
                    "the schema of " + url + " cannot be brought up to date: "
                            + reason.strip().lines().findFirst().orElse(""),
                    e);
        }
    }

    private void startHeartbeat() {
        if (embedded != null) {
            jobs.failJobsOfOthers();
            trainings.failJobsOfOthers();
        }
        heartbeat.start();
    }

    /** After an outage everybody seems silent: until the others, too, had the time for a beat, nobody's jobs are failed. */
    private void beat() {
        boolean othersCouldBeat = true;
        while (true) {
            try {
                Thread.sleep(HEARTBEAT);
                jobs.heartbeat();
                if (othersCouldBeat) {
                    jobs.failSilent();
                    trainings.failSilent();
                }
                othersCouldBeat = true;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                othersCouldBeat = false;
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

    /** Returns the trainings. */
    public TrainingJobStore trainings() {
        return trainings;
    }

    /** Returns what there is to train on. */
    public TrainingRows trainingRows() {
        return trainingRows;
    }

    /** Returns how new the data are and what came of served lists. */
    public ServedOutcomes servedOutcomes() {
        return servedOutcomes;
    }

    /** Returns the versions of models and their aliases. */
    public ModelStore models() {
        return models;
    }

    /**
     * Tells at once, in every process, when an alias of a model moved; also after every (re)connection, when nobody knows.
     *
     * @param changed called by a thread of its own; gets the model's name, or an empty text when any may have changed
     * @return ends the telling
     */
    public AutoCloseable onModelChange(Consumer<String> changed) {
        return new ChangeListener(url, "skillpod_models", changed);
    }

    /** Returns the keys of callers. */
    public KeyStore keys() {
        return keys;
    }

    /** Returns what administrators did. */
    public AuditStore audit() {
        return audit;
    }

    /** Returns where the data are; the password is not shown by its {@code toString}. */
    public DatabaseUrl url() {
        return url;
    }

    /** Returns the connections, for tests of what they may see. */
    Sql sql() {
        return sql;
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

    /** Returns whether PostgreSQL answers, as the latest statements found it; asks nobody. */
    public DatabaseHealth health() {
        return sql.health();
    }

    /**
     * Erases everything about a learner: events, profile, served lists, learning paths, answers of batches, and finished jobs
     * that name the learner. Lists, paths and answers that were made before and are written later are dropped. One that throws may
     * have erased a part, and is to be repeated.
     */
    public Erasure erase(LearnerKey learner) {
        recommendations.flush(ERASE_FLUSH);
        return LearnerErasure.run(sql, learner);
    }

    /** Returns whether a learner was erased at an instant or later; waits for an erasure that is about to end. */
    public boolean erasedSince(LearnerKey learner, Instant since) {
        return sql.rows(
                        learner.tenantId(),
                        "SELECT erased_meanwhile(?, ?, ?)",
                        row -> row.getBoolean(1),
                        learner.tenantId(),
                        learner.userId(),
                        OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .getFirst();
    }

    /**
     * Returns everything that is stored about a learner as of one instant: by table, every row with every column but the
     * learner's own key, as JSON objects.
     */
    public Map<String, List<String>> export(LearnerKey learner) {
        recommendations.flush(ERASE_FLUSH);
        return sql.snapshot(Reach.of(learner.tenantId()), h -> LearnerExport.run(h, learner));
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
