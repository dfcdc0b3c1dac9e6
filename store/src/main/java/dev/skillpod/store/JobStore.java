package dev.skillpod.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of background jobs, by tenant. Thread-safe.
 *
 * <p>A job belongs to the process that created it. That process shows that it lives by a heartbeat; jobs whose process
 * died are marked failed, so that nobody waits for them.
 */
public final class JobStore {
    /** After this long without a sign of life, a process that shares the database counts as dead. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    private static final String LOST = "the process that ran this job ended before it was finished";
    private static final String COLUMNS = "tenant_id, id, kind, state, done, total, cancel_requested, request, result,"
            + " error, created_at, started_at, finished_at";

    private static final Sql.RowReader<Job> READER = row -> new Job(
            row.getString(1),
            row.getObject(2, UUID.class),
            row.getString(3),
            JobState.valueOf(row.getString(4)),
            row.getLong(5),
            row.getLong(6),
            row.getBoolean(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            instant(row.getObject(11, OffsetDateTime.class)),
            optionalInstant(row.getObject(12, OffsetDateTime.class)),
            optionalInstant(row.getObject(13, OffsetDateTime.class)));

    private final Sql sql;
    private final UUID owner = UUID.randomUUID();

    JobStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a job in state QUEUED.
     *
     * @param total units in all, or 0 when unknown
     * @param requestJson what was asked for, as JSON, or null
     * @throws InvalidRecordException when a value may not be stored
     */
    public Job create(String tenantId, String kind, long total, @Nullable String requestJson) {
        var field = new FieldCheck().id("tenantId", tenantId).id("kind", kind).atLeast("total", total, 0);
        checkJson(field, "request", requestJson);
        return sql.write(
                Reach.of(tenantId),
                h -> h.createQuery("INSERT INTO jobs (tenant_id, id, kind, state, total, request, owner)"
                                + " VALUES (?, ?, ?, 'QUEUED', ?, CAST(? AS jsonb), ?) RETURNING " + COLUMNS)
                        .bind(0, tenantId)
                        .bind(1, UUID.randomUUID())
                        .bind(2, kind)
                        .bind(3, total)
                        .bind(4, requestJson)
                        .bind(5, owner)
                        .map((row, context) -> READER.read(row))
                        .one());
    }

    /** Marks a queued job as begun; returns false when it is not queued any more (cancelled, say). */
    public boolean start(String tenantId, UUID id) {
        return update(
                "state = 'RUNNING', started_at = now()", "state = 'QUEUED' AND NOT cancel_requested", tenantId, id);
    }

    /**
     * Notes how far a running job is.
     *
     * @return true while the work should go on; false when it was asked to stop or is over
     */
    public boolean progress(String tenantId, UUID id, long done) {
        return sql.write(
                        Reach.of(tenantId),
                        h -> h.createQuery("UPDATE jobs SET done = ?, heartbeat_at = now() WHERE tenant_id = ?"
                                        + " AND id = ? AND state = 'RUNNING' RETURNING NOT cancel_requested")
                                .bind(0, done)
                                .bind(1, tenantId)
                                .bind(2, id)
                                .mapTo(Boolean.class)
                                .findOne())
                .orElse(false);
    }

    /**
     * Ends a job with its result; returns false when it had ended before.
     *
     * @throws InvalidRecordException when the result is not JSON that PostgreSQL can hold
     */
    public boolean finish(String tenantId, UUID id, @Nullable String resultJson) {
        checkJson(new FieldCheck(), "result", resultJson);
        return sql.write(
                Reach.of(tenantId),
                h -> h.execute(
                                "UPDATE jobs SET state = 'SUCCEEDED', done = greatest(done, total), result = CAST(? AS"
                                        + " jsonb), finished_at = now() WHERE tenant_id = ? AND id = ? AND state IN"
                                        + " ('QUEUED', 'RUNNING')",
                                resultJson,
                                tenantId,
                                id)
                        == 1);
    }

    /** Ends a job with an error; returns false when it had ended before. */
    public boolean fail(String tenantId, UUID id, String error) {
        return sql.write(
                Reach.of(tenantId),
                h -> h.execute(
                                "UPDATE jobs SET state = 'FAILED', error = ?, finished_at = now()"
                                        + " WHERE tenant_id = ? AND id = ? AND state IN ('QUEUED', 'RUNNING')",
                                error.replace('\0', ' '),
                                tenantId,
                                id)
                        == 1);
    }

    /**
     * Asks a job to stop. A queued one is over at once; a running one learns it from {@link #progress} and then calls
     * {@link #cancelled}.
     *
     * @return false when there is no such job or it has ended
     */
    public boolean requestCancel(String tenantId, UUID id) {
        return update(
                "cancel_requested = true,"
                        + " finished_at = CASE state WHEN 'QUEUED' THEN now() END,"
                        + " state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END",
                "state IN ('QUEUED', 'RUNNING')",
                tenantId,
                id);
    }

    /** Ends a job that stopped because it was asked to; returns false when it had ended before. */
    public boolean cancelled(String tenantId, UUID id) {
        return update(
                "state = 'CANCELLED', finished_at = now()",
                "state IN ('QUEUED', 'RUNNING') AND cancel_requested",
                tenantId,
                id);
    }

    /** Returns a job of a tenant. */
    public Optional<Job> find(String tenantId, UUID id) {
        return sql
                .rows(tenantId, "SELECT " + COLUMNS + " FROM jobs WHERE tenant_id = ? AND id = ?", READER, tenantId, id)
                .stream()
                .findFirst();
    }

    /** Returns a job of any tenant: for callers that may name every tenant. */
    public Optional<Job> find(UUID id) {
        return sql.snapshot(
                Reach.ALL,
                h -> h.createQuery("SELECT " + COLUMNS + " FROM jobs WHERE id = ?")
                        .bind(0, id)
                        .map((row, context) -> READER.read(row))
                        .findOne());
    }

    /**
     * Adds results of a job.
     *
     * @throws InvalidRecordException when a result is not JSON that PostgreSQL can hold
     */
    public void addResults(String tenantId, UUID id, List<JobResult> results) {
        var field = new FieldCheck();
        for (int i = 0; i < results.size(); i++) {
            checkJson(field.at(i), "json", results.get(i).json());
        }
        if (results.isEmpty()) {
            return;
        }
        sql.write(Reach.of(tenantId), h -> {
            var batch = h.prepareBatch("INSERT INTO job_results (tenant_id, job_id, position, user_id, result)"
                    + " VALUES (?, ?, ?, ?, CAST(? AS json)) ON CONFLICT DO NOTHING");
            results.forEach(r -> batch.bind(0, tenantId)
                    .bind(1, id)
                    .bind(2, r.position())
                    .bind(3, r.userId())
                    .bind(4, r.json())
                    .add());
            return batch.execute().length;
        });
    }

    /** Returns how many results a job has. */
    public int resultCount(String tenantId, UUID id) {
        return sql.rows(
                        tenantId,
                        "SELECT count(*) FROM job_results WHERE tenant_id = ? AND job_id = ?",
                        row -> row.getInt(1),
                        tenantId,
                        id)
                .getFirst();
    }

    /** Returns results of a job by position. */
    public List<JobResult> results(String tenantId, UUID id, int offset, int limit) {
        return sql.rows(
                tenantId,
                "SELECT position, user_id, result FROM job_results WHERE tenant_id = ? AND job_id = ?"
                        + " ORDER BY position OFFSET ? LIMIT ?",
                row -> new JobResult(row.getInt(1), row.getString(2), row.getString(3)),
                tenantId,
                id,
                offset,
                limit);
    }

    /** Returns the latest jobs of a tenant, newest first. */
    public List<Job> latest(String tenantId, int limit) {
        return sql.rows(
                tenantId,
                "SELECT " + COLUMNS + " FROM jobs WHERE tenant_id = ? ORDER BY created_at DESC, id LIMIT ?",
                READER,
                tenantId,
                limit);
    }

    /** Shows that this process lives. */
    void heartbeat() {
        sql.write(
                Reach.ALL,
                h -> h.execute(
                        "UPDATE jobs SET heartbeat_at = now() WHERE owner = ? AND state IN ('QUEUED', 'RUNNING')",
                        owner));
    }

    /** Fails the jobs of other processes that have been silent for too long. */
    void failSilent() {
        sql.write(
                Reach.ALL,
                h -> h.execute(
                        "UPDATE jobs SET state = 'FAILED', error = ?, finished_at = now() WHERE owner <> ?"
                                + " AND state IN ('QUEUED', 'RUNNING') AND heartbeat_at < now() - make_interval(secs => ?)",
                        LOST,
                        owner,
                        (double) SILENCE.toSeconds()));
    }

    /** Fails all unfinished jobs of others: for a database that only one process can use. */
    void failJobsOfOthers() {
        sql.write(
                Reach.ALL,
                h -> h.execute(
                        "UPDATE jobs SET state = 'FAILED', error = ?, finished_at = now()"
                                + " WHERE owner <> ? AND state IN ('QUEUED', 'RUNNING')",
                        LOST,
                        owner));
    }

    private boolean update(String assignment, String condition, String tenantId, UUID id) {
        return sql.write(
                Reach.of(tenantId),
                h -> h.execute(
                                "UPDATE jobs SET " + assignment + " WHERE tenant_id = ? AND id = ? AND " + condition,
                                tenantId,
                                id)
                        == 1);
    }

    private static void checkJson(FieldCheck field, String name, @Nullable String json) {
        if (json == null) {
            return;
        }
        try {
            if (JsonMapper.shared().readTree(json).isMissingNode()) {
                throw field.refuse(name, "must be JSON, was empty");
            }
        } catch (JacksonException e) {
            throw field.refuse(name, "must be JSON: " + e.getOriginalMessage());
        }
        if (json.contains("\\u0000")) {
            throw field.refuse(name, "must not contain the NUL character");
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant optionalInstant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
