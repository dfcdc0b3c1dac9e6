package dev.skillpod.store;

import dev.skillpod.store.TrainingOrder.Promote;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * Trainings, and who may train what. Thread-safe, also between processes: of each model one training at a time is under way,
 * on however many replicas.
 *
 * <p>Whoever trains shows every second that it lives. Jobs without a sign of life are marked failed, and their models are free
 * again.
 */
public final class TrainingJobStore {
    private static final String LOST = "the service that ran this training ended before it was finished";
    /** A process that trains only when nothing else wants the processor can take long to start. */
    private static final Duration BEGINNING = Duration.ofMinutes(15);

    private static final String NOT_BEGUN =
            "this training was not begun within " + BEGINNING.toMinutes() + " min: what was to train it is gone";
    private static final String SILENT = "nothing was heard of this training for " + JobStore.SILENCE.toSeconds()
            + " s: what trained it ended before it was finished, or could not reach PostgreSQL";
    private static final String OPEN = "state IN ('QUEUED', 'RUNNING')";
    private static final int ATTEMPTS = 5;
    private static final String COLUMNS =
            "id, models, trigger, requested_by, seed, threads, promote, engagements, state, stages,"
                    + " results, error, cancel_requested, created_at, started_at, finished_at";

    private static final RowMapper<TrainingJob> READER = (row, context) -> new TrainingJob(
            row.getObject(1, UUID.class),
            new TrainingOrder(
                    List.of((String[]) row.getArray(2).getArray()),
                    Trigger.valueOf(row.getString(3)),
                    row.getString(4),
                    row.getLong(5),
                    row.getInt(6),
                    Promote.valueOf(row.getString(7)),
                    row.getLong(8)),
            JobState.valueOf(row.getString(9)),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getBoolean(13),
            row.getObject(14, OffsetDateTime.class).toInstant(),
            optionalInstant(row.getObject(15, OffsetDateTime.class)),
            optionalInstant(row.getObject(16, OffsetDateTime.class)));

    private final Sql sql;
    private final UUID owner = UUID.randomUUID();

    TrainingJobStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * What became of an order.
     *
     * @param job the new job, or the one in the way
     * @param alreadyRunning whether it is the one in the way
     */
    public record Placed(TrainingJob job, boolean alreadyRunning) {}

    /** Queues a training, unless one of its models is being trained: then that training is returned and nothing changes. */
    public Placed place(TrainingOrder order) {
        new FieldCheck().ids("models", order.models()).text("requestedBy", order.requestedBy());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Placed> placed = sql.write(h -> tryToPlace(h, order));
            if (placed.isPresent()) {
                return placed.get();
            }
        }
        throw new StoreException("trainings of " + order.models() + " come and go too fast to queue another");
    }

    /** Empty when a training that was in the way ended meanwhile. */
    private Optional<Placed> tryToPlace(Handle h, TrainingOrder order) throws SQLException {
        UUID id = UUID.randomUUID();
        Array array = h.getConnection().createArrayOf("text", order.models().toArray());
        Argument models = (position, statement, context) -> statement.setArray(position, array);
        TrainingJob job = h.createQuery(
                        "INSERT INTO training_jobs (id, models, state, trigger, requested_by, seed, threads, promote,"
                                + " engagements, owner) VALUES (?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?) RETURNING "
                                + COLUMNS)
                .bind(0, id)
                .bind(1, models)
                .bind(2, order.trigger().name())
                .bind(3, order.requestedBy())
                .bind(4, order.seed())
                .bind(5, order.threads())
                .bind(6, order.promote().name())
                .bind(7, order.engagements())
                .bind(8, owner)
                .map(READER)
                .one();
        // In one order everywhere, so that two that want the same models never wait for each other.
        int taken = h.execute(
                "INSERT INTO training_leases (model, job_id) SELECT m, ? FROM unnest(CAST(? AS text[])) m ORDER BY m"
                        + " ON CONFLICT DO NOTHING",
                id,
                models);
        if (taken == order.models().size()) {
            return Optional.of(new Placed(job, false));
        }
        h.execute("DELETE FROM training_jobs WHERE id = ?", id);
        return h.createQuery("SELECT " + COLUMNS + " FROM training_jobs WHERE id IN (SELECT job_id FROM training_leases"
                        + " WHERE model = ANY (CAST(? AS text[]))) ORDER BY created_at LIMIT 1")
                .bind(0, models)
                .map(READER)
                .findOne()
                .map(inTheWay -> new Placed(inTheWay, true));
    }

    /** Marks a queued job as begun; returns false when it is not queued any more (cancelled, say). */
    public boolean start(UUID id) {
        return sql.write(h -> h.execute(
                        "UPDATE training_jobs SET state = 'RUNNING', started_at = now(), heartbeat_at = now()"
                                + " WHERE id = ? AND state = 'QUEUED' AND NOT cancel_requested",
                        id)
                == 1);
    }

    /**
     * Notes how far a running job is, and that its process lives.
     *
     * @return true while the work should go on; false when it was asked to stop or is over
     */
    public boolean progress(UUID id, String stagesJson, String resultsJson) {
        return sql.write(h -> h.createQuery(
                                "UPDATE training_jobs SET stages = CAST(? AS jsonb), results = CAST(? AS jsonb),"
                                        + " heartbeat_at = now() WHERE id = ? AND state = 'RUNNING' RETURNING NOT"
                                        + " cancel_requested")
                        .bind(0, stagesJson)
                        .bind(1, resultsJson)
                        .bind(2, id)
                        .mapTo(Boolean.class)
                        .findOne())
                .orElse(false);
    }

    /** Ends a job that did its work; returns false when it had ended before. */
    public boolean finish(UUID id) {
        return end(id, JobState.SUCCEEDED, null);
    }

    /** Ends a job with an error; returns false when it had ended before. */
    public boolean fail(UUID id, String error) {
        return end(id, JobState.FAILED, error.replace('\0', ' '));
    }

    /** Asks a job to stop, which its process follows within seconds; returns false when there is no such job or it has ended. */
    public boolean requestCancel(UUID id) {
        return sql.write(
                h -> h.execute("UPDATE training_jobs SET cancel_requested = true WHERE id = ? AND " + OPEN, id) == 1);
    }

    /** Ends a job that was asked to stop and has; returns false when it had ended before. */
    public boolean cancelled(UUID id) {
        return end(id, JobState.CANCELLED, null);
    }

    private boolean end(UUID id, JobState state, @Nullable String error) {
        return sql.write(h -> {
            int ended = h.execute(
                    "UPDATE training_jobs SET state = ?, error = ?, finished_at = now() WHERE id = ? AND " + OPEN,
                    state.name(),
                    error,
                    id);
            free(h);
            return ended == 1;
        });
    }

    /** Returns a job. */
    public Optional<TrainingJob> find(UUID id) {
        return sql.query(h -> h.createQuery("SELECT " + COLUMNS + " FROM training_jobs WHERE id = ?")
                .bind(0, id)
                .map(READER)
                .findOne());
    }

    /** Returns the latest jobs, newest first. */
    public List<TrainingJob> latest(int limit) {
        return sql.query(
                h -> h.createQuery("SELECT " + COLUMNS + " FROM training_jobs ORDER BY created_at DESC, id LIMIT ?")
                        .bind(0, limit)
                        .map(READER)
                        .list());
    }

    /** Returns the oldest job that has not ended. */
    public Optional<TrainingJob> unfinished() {
        return sql.query(h -> h.createQuery(
                        "SELECT " + COLUMNS + " FROM training_jobs WHERE " + OPEN + " ORDER BY created_at LIMIT 1")
                .map(READER)
                .findOne());
    }

    /** Returns the newest job of a model, ended or not. */
    public Optional<TrainingJob> newest(String model) {
        return sql.query(h -> h.createQuery("SELECT " + COLUMNS
                        + " FROM training_jobs WHERE ? = ANY (models) ORDER BY created_at DESC LIMIT 1")
                .bind(0, model)
                .map(READER)
                .findOne());
    }

    /** Returns the newest job of a model that ended in a state. */
    public Optional<TrainingJob> last(String model, JobState state) {
        return sql.query(
                h -> h.createQuery("SELECT " + COLUMNS + " FROM training_jobs WHERE state = ? AND ? = ANY (models)"
                                + " ORDER BY finished_at DESC LIMIT 1")
                        .bind(0, state.name())
                        .bind(1, model)
                        .map(READER)
                        .findOne());
    }

    /**
     * Takes the turn of something that comes due, so that of several processes one alone acts.
     *
     * @param name what comes due
     * @param due when it came due; each instant is given away once, and none before the last one
     * @return whether this process shall act
     */
    public boolean take(String name, Instant due) {
        return sql.write(h -> h.execute(
                        "INSERT INTO training_triggers AS t (name, fired_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE"
                                + " SET fired_at = excluded.fired_at WHERE t.fired_at < excluded.fired_at",
                        name,
                        OffsetDateTime.ofInstant(due, ZoneOffset.UTC))
                == 1);
    }

    /** Fails the jobs, of whomever, that were not begun in time, or whose {@link #progress} was not heard for too long. */
    void failSilent() {
        sql.write(h -> {
            int failed = h.execute(
                    "UPDATE training_jobs SET state = 'FAILED', error = CASE state WHEN 'QUEUED' THEN ? ELSE ? END,"
                            + " finished_at = now() WHERE " + OPEN + " AND heartbeat_at < now()"
                            + " - make_interval(secs => CASE state WHEN 'QUEUED' THEN ? ELSE ? END)",
                    NOT_BEGUN,
                    SILENT,
                    (double) BEGINNING.toSeconds(),
                    (double) JobStore.SILENCE.toSeconds());
            return failed + free(h);
        });
    }

    /** Fails all unfinished jobs of others: for a database that only one service can use. */
    void failJobsOfOthers() {
        sql.write(h -> {
            int failed = h.execute(
                    "UPDATE training_jobs SET state = 'FAILED', error = ?, finished_at = now() WHERE owner <> ? AND "
                            + OPEN,
                    LOST,
                    owner);
            return failed + free(h);
        });
    }

    /** Lets go of the models of jobs that have ended. */
    private static int free(Handle h) {
        return h.execute("DELETE FROM training_leases l USING training_jobs j WHERE j.id = l.job_id AND NOT j." + OPEN);
    }

    private static @Nullable Instant optionalInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
