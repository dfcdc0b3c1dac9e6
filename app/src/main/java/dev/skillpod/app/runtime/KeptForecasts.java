package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.cache.CacheKey;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.store.Database;
import dev.skillpod.store.ForecastRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of demand in the cache, under the run that made them. Those of the whole market are brought into memory as soon as a run is
 * noticed, so that they are answered while PostgreSQL is away. Until the first run is noticed, the database is asked. Thread-safe.
 */
final class KeptForecasts {
    private static final String SPACE = "forecasts";
    private static final int MOST_TOP = 50;
    private static final int AT_A_TIME = 200;
    private static final TwoLevelCache.Form<DemandForecast> ONE = CachedAnswers.json(DemandForecast.class);
    private static final TwoLevelCache.Form<Top> MANY = CachedAnswers.json(Top.class);

    private final TwoLevelCache cache;
    private volatile Optional<ForecastRun> run = Optional.empty();

    /** The skills that move most. */
    record Top(List<DemandForecast> forecasts) {}

    KeptForecasts(TwoLevelCache cache) {
        this.cache = cache;
    }

    /** Returns whether forecasts were made, as far as is known here. */
    boolean made() {
        return run.isPresent();
    }

    /** Notes the latest run, and brings its forecasts into memory when it is a new one. Called by one thread. */
    void follow(Database database, Collection<String> skillIds) {
        Optional<ForecastRun> latest = database.forecasts().lastRun();
        if (latest.equals(run)) {
            return;
        }
        run = latest;
        var ids = List.copyOf(skillIds);
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            find(ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)), null, missing -> {
                var found = new LinkedHashMap<String, DemandForecast>();
                database.forecasts().find(missing, null).forEach((id, f) -> found.put(id, StoredDemand.forecast(f)));
                return found;
            });
        }
        for (boolean falling : List.of(false, true)) {
            top(
                    falling,
                    null,
                    1,
                    most -> (falling
                                    ? database.forecasts().falling(null, most)
                                    : database.forecasts().rising(null, most))
                            .stream().map(StoredDemand::forecast).toList());
        }
    }

    /** Returns the forecasts of some skills in the order asked for; {@code read} gives those that are not kept. */
    Map<String, DemandForecast> find(
            Collection<String> skillIds,
            @Nullable String region,
            Function<Collection<String>, Map<String, DemandForecast>> read) {
        Optional<ForecastRun> now = run;
        if (now.isEmpty()) {
            return read.apply(skillIds);
        }
        var found = new LinkedHashMap<String, DemandForecast>();
        var missing = new ArrayList<String>();
        for (String id : skillIds) {
            cache.find(key(now.get(), region, id), ONE).ifPresentOrElse(f -> found.put(id, f), () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            read.apply(missing).forEach((id, forecast) -> {
                found.put(id, forecast);
                cache.put(key(now.get(), region, id), ONE, forecast);
            });
        }
        return found;
    }

    /** Returns the skills that move most; {@code read} gives at most so many when they are not kept. */
    List<DemandForecast> top(
            boolean falling, @Nullable String region, int limit, IntFunction<List<DemandForecast>> read) {
        Optional<ForecastRun> now = run;
        if (now.isEmpty()) {
            return read.apply(limit);
        }
        CacheKey key = key(now.get(), region, falling ? "falling skills" : "rising skills", MOST_TOP);
        List<DemandForecast> top =
                cache.get(key, MANY, () -> new Top(read.apply(MOST_TOP))).forecasts();
        return top.size() <= limit ? top : top.subList(0, limit);
    }

    private static CacheKey key(ForecastRun run, @Nullable String region, Object... what) {
        return CacheKey.shared(SPACE, Fingerprint.of(CodeFingerprint.NAME, run, region, List.of(what)));
    }
}
