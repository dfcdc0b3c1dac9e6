package dev.skillpod.store;

import dev.skillpod.core.trend.demand.SkillOutlook;
import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is expected of the demand for each skill, by region, and what it was made of. Shared by all tenants. Thread-safe.
 *
 * <p>A region is null for the whole market.
 */
public final class ForecastStore {
    /** The form in which outlooks are written; rows of another form are not read, and the next run replaces them. */
    private static final int FORMAT = 1;

    private static final String COLUMNS = "skill_id, region, model_version, format, generated_at, data_source, current,"
            + " growth, growth_at_least, growth_at_most, outlook";
    private static final String SELECT = "SELECT outlook, model_version, generated_at, data_source FROM forecasts ";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final RowMapper<StoredForecast> READER = (row, context) -> new StoredForecast(
            JSON.readValue(row.getString(1), SkillOutlook.class),
            row.getString(2),
            row.getObject(3, OffsetDateTime.class).toInstant(),
            row.getString(4));

    private final Sql sql;

    ForecastStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Replaces all forecasts at once: readers see those before until all are there.
     *
     * @param regions those that there is demand for, besides the whole market
     * @param forecasts of a region, null for the whole market
     * @return whether they are stored; false, and nothing is asked for, when another process is making a run, or one on newer demand
     *     is stored
     */
    public boolean replace(
            ForecastRun run,
            Collection<String> regions,
            Function<@Nullable String, Collection<StoredForecast>> forecasts) {
        return sql.write(h -> {
            if (!isOurTurn(h)
                    || last(h).filter(stored -> stored.demandVersion() > run.demandVersion())
                            .isPresent()) {
                return false;
            }
            h.execute("DELETE FROM forecasts");
            copy(h, "", forecasts.apply(null));
            for (String region : regions) {
                copy(h, region, forecasts.apply(region));
            }
            h.execute(
                    "INSERT INTO forecast_run (demand_version, model_version, format, generated_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (only_row) DO UPDATE SET demand_version = excluded.demand_version,"
                            + " model_version = excluded.model_version, format = excluded.format,"
                            + " generated_at = excluded.generated_at",
                    run.demandVersion(),
                    run.modelVersion(),
                    FORMAT,
                    OffsetDateTime.ofInstant(run.generatedAt(), ZoneOffset.UTC));
            return true;
        });
    }

    /** Takes the right to make a run until the transaction ends, or finds that somebody has it. */
    private static boolean isOurTurn(Handle h) {
        return h.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('skillpod.forecasts', 0))")
                .mapTo(Boolean.class)
                .one();
    }

    private static void copy(Handle h, String region, Collection<StoredForecast> forecasts)
            throws SQLException, IOException {
        Sql.copyIn(h.getConnection(), "COPY forecasts (" + COLUMNS + ") FROM STDIN", rows -> {
            for (StoredForecast forecast : forecasts) {
                SkillOutlook outlook = forecast.outlook();
                rows.text(outlook.skillId())
                        .text(region)
                        .text(forecast.modelVersion())
                        .number(FORMAT)
                        .time(forecast.generatedAt())
                        .text(forecast.dataSource())
                        .text(String.valueOf(outlook.current()))
                        .number(outlook.growth().expected())
                        .number(outlook.growth().atLeast())
                        .number(outlook.growth().atMost())
                        .text(JSON.writeValueAsString(outlook))
                        .end();
            }
        });
    }

    /** Returns what the stored forecasts were made of; empty when there are none that can be read. */
    public Optional<ForecastRun> lastRun() {
        return sql.query(ForecastStore::last);
    }

    private static Optional<ForecastRun> last(Handle h) {
        return h.createQuery("SELECT demand_version, model_version, generated_at FROM forecast_run WHERE format = ?")
                .bind(0, FORMAT)
                .map((row, context) -> new ForecastRun(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Returns the forecast of a skill. */
    public Optional<StoredForecast> find(String skillId, @Nullable String region) {
        return Optional.ofNullable(find(List.of(skillId), region).get(skillId));
    }

    /** Returns the forecasts of some skills by skill; those without one are left out. */
    public Map<String, StoredForecast> find(Collection<String> skillIds, @Nullable String region) {
        var found = new LinkedHashMap<String, StoredForecast>();
        sql.query(h -> h.createQuery(SELECT + "WHERE skill_id = ANY(CAST(? AS text[])) AND region = ? AND format = ?")
                        .bind(0, skillIds.toArray(String[]::new))
                        .bind(1, region(region))
                        .bind(2, FORMAT)
                        .map(READER)
                        .list())
                .forEach(forecast -> found.put(forecast.outlook().skillId(), forecast));
        return found;
    }

    /** Returns the skills of today's market that are expected to grow, by the growth that is exceeded with probability 0.8. */
    public List<StoredForecast> rising(@Nullable String region, int limit) {
        return top("growth > 0", "growth_at_least DESC", region, limit);
    }

    /** Returns the skills of today's market that are expected to shrink, by the growth not reached with probability 0.8. */
    public List<StoredForecast> falling(@Nullable String region, int limit) {
        return top("growth < 0", "growth_at_most", region, limit);
    }

    private List<StoredForecast> top(String condition, String order, @Nullable String region, int limit) {
        return sql.query(h -> h.createQuery(SELECT + "WHERE current AND " + condition
                        + " AND region = ? AND format = ? ORDER BY " + order + ", skill_id LIMIT ?")
                .bind(0, region(region))
                .bind(1, FORMAT)
                .bind(2, limit)
                .map(READER)
                .list());
    }

    private static String region(@Nullable String region) {
        return region == null ? "" : region;
    }
}
