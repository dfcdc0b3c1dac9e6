package dev.skillpod.store;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.trend.demand.MonthlyDemand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much skills were asked for, month by month. Shared by all tenants. Thread-safe. */
public final class DemandStore {
    private static final String COLUMNS = "skill_id, region, period, postings, applicants, median_pay, data_source";
    private static final String WHOLE_MARKET = "";

    private final Sql sql;

    DemandStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Writes points, all or none; a point of the same skill, region and month is replaced.
     *
     * @throws InvalidRecordException when a point may not be stored or occurs twice
     */
    public DemandWrite upsert(Collection<DemandPoint> points, DataSource source) {
        check(points);
        if (points.isEmpty()) {
            return new DemandWrite(0, 0);
        }
        return sql.write(h -> {
            h.execute("UPDATE demand_version SET version = version + 1");
            try (Statement statement = h.getConnection().createStatement()) {
                statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS demand_stage ON COMMIT DELETE ROWS AS SELECT "
                        + COLUMNS + " FROM demand WITH NO DATA");
                Sql.copyIn(h.getConnection(), "COPY demand_stage (" + COLUMNS + ") FROM STDIN", rows -> {
                    for (DemandPoint point : points) {
                        rows.text(point.skillId())
                                .text(region(point.region()))
                                .text(point.period().atDay(1).toString())
                                .number(point.postings())
                                .number(point.applicants())
                                .number(point.medianPay())
                                .name(source)
                                .end();
                    }
                });
                return written(
                        statement.executeQuery(
                                "WITH written AS (INSERT INTO demand (" + COLUMNS + ") SELECT " + COLUMNS
                                        + " FROM demand_stage ORDER BY skill_id, region, period"
                                        + " ON CONFLICT (skill_id, region, period) DO UPDATE SET postings = excluded.postings,"
                                        + " applicants = excluded.applicants, median_pay = excluded.median_pay,"
                                        + " data_source = excluded.data_source RETURNING xmax = 0 AS created)"
                                        + " SELECT count(*) FILTER (WHERE created), count(*) FILTER (WHERE NOT created) FROM written"));
            }
        });
    }

    /** Returns a number that rises with every write. */
    public long version() {
        return sql.query(h -> h.createQuery("SELECT version FROM demand_version")
                .mapTo(Long.class)
                .one());
    }

    /** Returns the regions of which anything is known, ordered; the whole market is none of them. */
    public List<String> regions() {
        return sql.query(h -> h.createQuery("SELECT DISTINCT region FROM demand WHERE region <> '' ORDER BY region")
                .mapTo(String.class)
                .list());
    }

    /** Returns the history of a skill in the whole market; without points when nothing is known. */
    public DemandHistory history(String skillId) {
        return history(skillId, null);
    }

    /** Returns the history of a skill in a region, or in the whole market for null. */
    public DemandHistory history(String skillId, @Nullable String region) {
        return sql.query(h -> {
            try (var query = h.getConnection()
                    .prepareStatement(
                            "SELECT " + COLUMNS + " FROM demand WHERE skill_id = ? AND region = ? ORDER BY period")) {
                query.setString(1, skillId);
                query.setString(2, region(region));
                Map<String, DemandHistory> found = read(query.executeQuery());
                return found.getOrDefault(skillId, new DemandHistory(skillId, List.of(), "real"));
            }
        });
    }

    /** Returns the histories of all skills in the whole market, ordered by skill. */
    public Map<String, DemandHistory> histories() {
        return histories(null);
    }

    /** Returns the histories of all skills in a region, or in the whole market for null, ordered by skill. */
    public Map<String, DemandHistory> histories(@Nullable String region) {
        return sql.query(h -> {
            try (var query = h.getConnection()
                    .prepareStatement(
                            "SELECT " + COLUMNS + " FROM demand WHERE region = ? ORDER BY skill_id, period")) {
                query.setString(1, region(region));
                return read(query.executeQuery());
            }
        });
    }

    /** Returns the last known point of each skill in the whole market, ordered by skill. */
    public Map<String, DemandPoint> latest() {
        return sql.query(h -> {
            try (Statement statement = h.getConnection().createStatement()) {
                var latest = new LinkedHashMap<String, DemandPoint>();
                read(statement.executeQuery("SELECT DISTINCT ON (skill_id) " + COLUMNS
                                + " FROM demand WHERE region = '' ORDER BY skill_id, period DESC"))
                        .forEach((skill, history) ->
                                latest.put(skill, history.points().getLast()));
                return latest;
            }
        });
    }

    private static DemandWrite written(ResultSet counts) throws SQLException {
        counts.next();
        return new DemandWrite(counts.getInt(1), counts.getInt(2));
    }

    /** Reads rows that are ordered by skill. */
    private static Map<String, DemandHistory> read(ResultSet rows) throws SQLException {
        var points = new LinkedHashMap<String, List<DemandPoint>>();
        var sources = new LinkedHashMap<String, HashSet<String>>();
        while (rows.next()) {
            String skill = rows.getString(1);
            String region = rows.getString(2);
            points.computeIfAbsent(skill, s -> new ArrayList<>())
                    .add(new DemandPoint(
                            skill,
                            YearMonth.from(rows.getObject(3, LocalDate.class)),
                            region.equals(WHOLE_MARKET) ? null : region,
                            rows.getDouble(4),
                            (Double) rows.getObject(5),
                            (Double) rows.getObject(6)));
            sources.computeIfAbsent(skill, s -> new HashSet<>()).add(rows.getString(7));
        }
        var histories = new LinkedHashMap<String, DemandHistory>();
        points.forEach((skill, list) ->
                histories.put(skill, new DemandHistory(skill, list, DataSources.label(sources.get(skill)))));
        return histories;
    }

    private static void check(Collection<DemandPoint> points) {
        var field = new FieldCheck();
        var seen = new HashSet<List<Object>>();
        int index = 0;
        for (DemandPoint point : points) {
            field.at(index++)
                    .id("skillId", point.skillId())
                    .optionalId("region", point.region())
                    .present("period", point.period())
                    .range("period", point.period().getYear(), 1, 9999)
                    .atLeast("postings", point.postings(), 0)
                    .range("postings", point.postings(), 0, MonthlyDemand.MOST_POSTINGS)
                    .atLeast("applicants", point.applicants(), 0)
                    .atLeast("medianPay", point.medianPay(), 0);
            if (!seen.add(List.of(point.skillId(), region(point.region()), point.period()))) {
                throw field.refuse("period", "occurs twice for skill " + point.skillId() + ": " + point.period());
            }
        }
    }

    private static String region(@Nullable String region) {
        return region == null ? WHOLE_MARKET : region;
    }
}
