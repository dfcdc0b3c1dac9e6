package dev.skillpod.app.runtime;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.trend.demand.DemandMarket;
import dev.skillpod.core.trend.demand.DemandScores;
import dev.skillpod.core.trend.demand.MonthlyDemand;
import dev.skillpod.core.trend.demand.TrendDirection;
import dev.skillpod.store.Database;
import dev.skillpod.store.ForecastRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demand for skills in memory, so that a request about fifty skills reads no forecasts: scores and directions of the stored
 * forecasts, or, before these are made for the first time, scores of the history alone.
 */
final class DemandSnapshot {
    private record Key(long demandVersion, Optional<ForecastRun> run, Catalog catalog) {}

    private volatile SkillDemand current = SkillDemand.unknown();
    private Optional<Key> key = Optional.empty();

    /** Returns the demand as it was when last looked at. */
    SkillDemand current() {
        return current;
    }

    /** Reads the demand again if it changed. Called by one thread. */
    void follow(Database database, Catalog catalog) {
        Optional<ForecastRun> run = database.forecasts().lastRun();
        var now = Optional.of(new Key(run.isPresent() ? 0 : database.demand().version(), run, catalog));
        if (!now.equals(key)) {
            current = run.isPresent() ? forecast(database, catalog) : history(database);
            key = now;
        }
    }

    private static SkillDemand forecast(Database database, Catalog catalog) {
        List<String> ids = catalog.skills().stream().map(Skill::id).toList();
        var scores = new HashMap<String, Double>();
        var directions = new HashMap<String, TrendDirection>();
        database.forecasts().find(ids, null).forEach((skill, forecast) -> {
            scores.put(skill, forecast.outlook().score());
            directions.put(skill, forecast.outlook().direction());
        });
        return new SkillDemand(scores, directions);
    }

    private static SkillDemand history(Database database) {
        var known = new ArrayList<MonthlyDemand>();
        database.demand()
                .histories()
                .forEach((skill, history) ->
                        MonthlyDemand.of(skill, history.points()).ifPresent(known::add));
        return known.isEmpty()
                ? SkillDemand.unknown()
                : new SkillDemand(DemandScores.of(DemandMarket.of(known)), Map.of());
    }
}
