package dev.skillpod.store;

import dev.skillpod.core.activity.JobPosting;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Jobs as they were posted. Shared by all tenants. Thread-safe. */
public final class PostingStore {
    private static final int FETCH_ROWS = 5_000;
    private static final String SELECT = "SELECT " + PostingRows.COLUMNS + " FROM postings";

    private final Sql sql;

    PostingStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Writes postings, all or none; one of the same id is replaced. Takes any number of them.
     *
     * @throws InvalidRecordException when a posting may not be stored or occurs twice
     */
    public PostingWrite upsert(Collection<JobPosting> postings) {
        PostingRows.check(postings);
        if (postings.isEmpty()) {
            return new PostingWrite(0, 0);
        }
        return sql.write(h -> {
            h.execute("UPDATE posting_version SET version = version + 1");
            try (Statement statement = h.getConnection().createStatement()) {
                statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS posting_stage ON COMMIT DELETE ROWS AS SELECT "
                        + PostingRows.COLUMNS + " FROM postings WITH NO DATA");
                Sql.copyIn(h.getConnection(), "COPY posting_stage (" + PostingRows.COLUMNS + ") FROM STDIN", rows -> {
                    for (JobPosting posting : postings) {
                        PostingRows.write(posting, rows);
                    }
                });
                return written(statement.executeQuery("WITH written AS (INSERT INTO postings (" + PostingRows.COLUMNS
                        + ") SELECT " + PostingRows.COLUMNS + " FROM posting_stage ORDER BY id"
                        + " ON CONFLICT (id) DO UPDATE SET title = excluded.title, role_id = excluded.role_id,"
                        + " region = excluded.region, posted_at = excluded.posted_at, skill_ids = excluded.skill_ids,"
                        + " skill_levels = excluded.skill_levels, pay_low = excluded.pay_low,"
                        + " pay_high = excluded.pay_high, pay_currency = excluded.pay_currency,"
                        + " data_source = excluded.data_source RETURNING xmax = 0 AS created)"
                        + " SELECT count(*) FILTER (WHERE created), count(*) FILTER (WHERE NOT created) FROM written"));
            }
        });
    }

    /** Returns a number that rises with every write. */
    public long version() {
        return sql.query(h -> h.createQuery("SELECT version FROM posting_version")
                .mapTo(Long.class)
                .one());
    }

    /** Returns how many postings there are. */
    public long count() {
        return sql.query(h ->
                h.createQuery("SELECT count(*) FROM postings").mapTo(Long.class).one());
    }

    /** Returns a posting. */
    public Optional<JobPosting> find(String id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Returns the postings of those ids by id, in the order of the ids; unknown ones are left out. */
    public Map<String, JobPosting> find(Collection<String> ids) {
        return sql.query(h -> {
            var connection = h.getConnection();
            try (PreparedStatement query = connection.prepareStatement(SELECT + " WHERE id = ANY (?)")) {
                query.setArray(1, connection.createArrayOf("text", ids.toArray()));
                var known = new LinkedHashMap<String, JobPosting>();
                each(query, posting -> known.put(posting.id(), posting));
                var found = new LinkedHashMap<String, JobPosting>();
                for (String id : ids) {
                    JobPosting posting = known.get(id);
                    if (posting != null) {
                        found.put(id, posting);
                    }
                }
                return found;
            }
        });
    }

    /** Returns the newest postings, newest first, those of the same instant by id; at most {@code limit}. */
    public List<JobPosting> recent(int limit) {
        return sql.query(h -> {
            try (PreparedStatement query =
                    h.getConnection().prepareStatement(SELECT + " ORDER BY posted_at DESC, id LIMIT ?")) {
                query.setInt(1, limit);
                var postings = new ArrayList<JobPosting>();
                each(query, postings::add);
                return postings;
            }
        });
    }

    /** Returns all postings, oldest first, those of the same instant by id. */
    public List<JobPosting> all() {
        return sql.snapshot(h -> {
            try (PreparedStatement query = h.getConnection().prepareStatement(SELECT + " ORDER BY posted_at, id")) {
                query.setFetchSize(FETCH_ROWS);
                var postings = new ArrayList<JobPosting>();
                each(query, postings::add);
                return postings;
            }
        });
    }

    private static void each(PreparedStatement query, Consumer<JobPosting> visitor) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                visitor.accept(PostingRows.read(rows));
            }
        }
    }

    private static PostingWrite written(ResultSet counts) throws SQLException {
        counts.next();
        return new PostingWrite(counts.getInt(1), counts.getInt(2));
    }
}
