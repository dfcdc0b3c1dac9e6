package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.GenerationMethod;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lists that were served. Thread-safe.
 *
 * <p>{@link #offer} returns at once; a thread in the background writes. Lookups see lists that are still on their way.
 */
public final class RecommendationStore implements AutoCloseable {
    /** Lists that may wait to be written. */
    public static final int QUEUE_CAPACITY = 10_000;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final String COLUMNS =
            "tenant_id, id, user_id, created_at, model_version, method, content_ids, scores, policy, propensities,"
                    + " explored, data_source, relevances";

    private static final Sql.RowReader<ServedList> READER = row -> new ServedList(
            row.getObject(2, UUID.class),
            new LearnerKey(row.getString(1), row.getString(3)),
            row.getObject(4, OffsetDateTime.class).toInstant(),
            row.getString(5),
            GenerationMethod.valueOf(row.getString(6)),
            List.of((String[]) row.getArray(7).getArray()),
            List.of((Double[]) row.getArray(8).getArray()),
            row.getString(9),
            List.of((Double[]) row.getArray(10).getArray()),
            List.of((Boolean[]) row.getArray(11).getArray()),
            row.getString(12),
            relevances(row.getArray(13)));

    private final Sql sql;
    private final WriteBehindQueue<UUID, ServedList> queue;

    RecommendationStore(Sql sql) {
        this.sql = sql;
        this.queue = new WriteBehindQueue<>("skillpod-served-lists", QUEUE_CAPACITY, this::write);
    }

    /**
     * Hands over a list to be written; never waits. A list that comes while the queue is full is dropped and counted.
     *
     * @return false when it was dropped
     * @throws InvalidRecordException when the list may not be stored
     */
    public boolean offer(ServedList list) {
        new FieldCheck()
                .id("tenantId", list.learner().tenantId())
                .id("userId", list.learner().userId())
                .time("createdAt", list.createdAt())
                .text("modelVersion", list.modelVersion())
                .text("policy", list.policy())
                .ids("contentIds", list.contentIds());
        return queue.offer(list.id(), list);
    }

    /** Returns a list of a tenant, whether it is written already or still on its way. */
    public Optional<ServedList> find(String tenantId, UUID id) {
        Optional<ServedList> waiting =
                queue.find(id).filter(list -> list.learner().tenantId().equals(tenantId));
        return waiting.isPresent()
                ? waiting
                : sql
                        .rows(
                                tenantId,
                                "SELECT " + COLUMNS + " FROM recommendations WHERE tenant_id = ? AND id = ?",
                                READER,
                                tenantId,
                                id)
                        .stream()
                        .findFirst();
    }

    /** Returns the latest written lists of a learner, newest first. */
    public List<ServedList> latest(LearnerKey learner, int limit) {
        return sql.rows(
                learner.tenantId(),
                "SELECT " + COLUMNS + " FROM recommendations WHERE tenant_id = ? AND user_id = ?"
                        + " ORDER BY created_at DESC, id LIMIT ?",
                READER,
                learner.tenantId(),
                learner.userId(),
                limit);
    }

    /** Returns how many lists were dropped since the start: the queue was full, or PostgreSQL refused them. */
    public long dropped() {
        return queue.dropped();
    }

    /** Returns how many lists were written since the start. */
    public long written() {
        return queue.written();
    }

    /** Returns how many lists wait to be written. */
    public int waiting() {
        return queue.waiting();
    }

    /**
     * Waits until everything offered so far is written or dropped.
     *
     * @return false when the time was not enough
     */
    public boolean flush(Duration timeout) {
        return queue.flush(timeout);
    }

    /** Writes what waits, for ten seconds at most, and ends the background thread. */
    @Override
    public void close() {
        queue.close(CLOSE_TIMEOUT);
    }

    /** Lists of all tenants wait in one queue. */
    private void write(Collection<ServedList> lists) {
        sql.write(Reach.ALL, h -> {
            insert(h.getConnection(), lists);
            return lists.size();
        });
    }

    /** Plain JDBC: binding through Jdbi took a tenth of the time of serving. */
    private static void insert(Connection connection, Collection<ServedList> lists) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO recommendations (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING")) {
            for (ServedList list : lists) {
                insert.setString(1, list.learner().tenantId());
                insert.setObject(2, list.id());
                insert.setString(3, list.learner().userId());
                insert.setObject(4, OffsetDateTime.ofInstant(list.createdAt(), ZoneOffset.UTC));
                insert.setString(5, list.modelVersion());
                insert.setString(6, list.method().name());
                insert.setArray(
                        7, connection.createArrayOf("text", list.contentIds().toArray()));
                insert.setArray(
                        8, connection.createArrayOf("float8", list.scores().toArray()));
                insert.setString(9, list.policy());
                insert.setArray(
                        10,
                        connection.createArrayOf("float8", list.propensities().toArray()));
                insert.setArray(
                        11, connection.createArrayOf("bool", list.explored().toArray()));
                insert.setString(12, list.dataSource());
                insert.setArray(
                        13,
                        list.relevances().isEmpty()
                                ? null
                                : connection.createArrayOf(
                                        "float8", list.relevances().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Double> relevances(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Double[]) array.getArray());
    }
}
