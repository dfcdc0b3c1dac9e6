package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.CatalogWriter.Upserted;
import dev.skillpod.app.serving.DemandForecast;
import dev.skillpod.app.serving.DemandTrends;
import dev.skillpod.app.serving.DemandWriter;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.store.DemandWrite;
import dev.skillpod.store.ForecastStore;
import dev.skillpod.store.StoredForecast;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demand for skills and its forecasts, in the database; every answer is one look-up by key or index. */
final class StoredDemand implements DemandTrends, DemandWriter {
    private final ServiceRuntime runtime;
    private final KeptForecasts kept;

    StoredDemand(ServiceRuntime runtime) {
        this.runtime = runtime;
        this.kept = runtime.forecasts();
    }

    @Override
    public Upserted putDemand(List<DemandPoint> points) {
        DemandWrite write = runtime.database().demand().upsert(points, DataSource.REAL);
        return new Upserted(write.created(), write.replaced());
    }

    @Override
    public Map<String, DemandForecast> find(Collection<String> skillIds, @Nullable String region) {
        return kept.find(skillIds, region, missing -> {
            var found = new LinkedHashMap<String, DemandForecast>();
            runtime.trace()
                    .stage("store", () -> forecasts().find(missing, region))
                    .forEach((skill, stored) -> found.put(skill, forecast(stored)));
            return found;
        });
    }

    @Override
    public List<DemandForecast> top(boolean falling, @Nullable String region, int limit) {
        return kept.top(falling, region, limit, most -> {
            ForecastStore forecasts = forecasts();
            List<StoredForecast> top = runtime.trace()
                    .stage("store", () -> falling ? forecasts.falling(region, most) : forecasts.rising(region, most));
            return top.stream().map(StoredDemand::forecast).toList();
        });
    }

    @Override
    public List<DemandPoint> history(String skillId, @Nullable String region) {
        return runtime.database().demand().history(skillId, region).points();
    }

    @Override
    public boolean knows(String region) {
        return runtime.database().demand().regions().contains(region);
    }

    @Override
    public boolean made() {
        return kept.made() || forecasts().lastRun().isPresent();
    }

    private ForecastStore forecasts() {
        return runtime.database().forecasts();
    }

    static DemandForecast forecast(StoredForecast stored) {
        return new DemandForecast(stored.outlook(), stored.modelVersion(), stored.generatedAt(), stored.dataSource());
    }
}
