package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Learning paths, by tenant. Thread-safe. */
public final class PathStore {
    private static final Sql.RowReader<StoredPath> READER = row -> new StoredPath(
            row.getObject(2, UUID.class),
            new LearnerKey(row.getString(1), row.getString(3)),
            row.getInt(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class).toInstant(),
            row.getObject(9, OffsetDateTime.class).toInstant());

    private final Sql sql;

    PathStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a path.
     *
     * @return false when it is not stored, because the learner was erased since it was created
     * @throws InvalidRecordException when a value may not be stored
     */
    public boolean add(StoredPath path) {
        new FieldCheck()
                .id("tenantId", path.learner().tenantId())
                .id("userId", path.learner().userId());
        return sql.write(
                        Reach.of(path.learner().tenantId()),
                        h -> h.execute(
                                "INSERT INTO learning_paths (tenant_id, id, user_id, version, policy, model_version,"
                                        + " document, created_at, updated_at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?)",
                                path.learner().tenantId(),
                                path.id(),
                                path.learner().userId(),
                                path.version(),
                                path.policy(),
                                path.modelVersion(),
                                path.document(),
                                time(path.createdAt()),
                                time(path.updatedAt())))
                == 1;
    }

    /** Returns the path of that id. */
    public Optional<StoredPath> find(String tenantId, UUID id) {
        return sql
                .rows(
                        tenantId,
                        "SELECT tenant_id, id, user_id, version, policy, model_version, document,"
                                + " created_at, updated_at FROM learning_paths WHERE tenant_id = ? AND id = ?",
                        READER,
                        tenantId,
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Replaces the version before a path by it.
     *
     * @return false when the stored version is not the one before: somebody else was faster, or the path is gone
     */
    public boolean replace(StoredPath path) {
        return sql.write(
                        Reach.of(path.learner().tenantId()),
                        h -> h.execute(
                                "UPDATE learning_paths SET version = ?, policy = ?, model_version = ?,"
                                        + " document = CAST(? AS jsonb), updated_at = ?"
                                        + " WHERE tenant_id = ? AND id = ? AND user_id = ? AND version = ?",
                                path.version(),
                                path.policy(),
                                path.modelVersion(),
                                path.document(),
                                time(path.updatedAt()),
                                path.learner().tenantId(),
                                path.id(),
                                path.learner().userId(),
                                path.version() - 1))
                == 1;
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
