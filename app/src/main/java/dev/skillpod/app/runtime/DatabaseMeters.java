package dev.skillpod.app.runtime;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.skillpod.store.Database;
import dev.skillpod.store.RecommendationStore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Meters the database's connections and the queue of served lists, as soon as the database is open. */
final class DatabaseMeters implements MeterBinder {
    private final ServiceRuntime runtime;

    DatabaseMeters(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        runtime.whenOpen(database -> {
            database.meterConnections(new MicrometerMetricsTrackerFactory(registry));
            bindQueue(registry, database);
        });
    }

    private static void bindQueue(MeterRegistry registry, Database database) {
        RecommendationStore lists = database.recommendations();
        Gauge.builder("skillpod.served.lists.waiting", lists, RecommendationStore::waiting)
                .description("Served lists that wait to be written")
                .register(registry);
        FunctionCounter.builder("skillpod.served.lists.written", lists, RecommendationStore::written)
                .description("Served lists that were written")
                .register(registry);
        FunctionCounter.builder("skillpod.served.lists.dropped", lists, RecommendationStore::dropped)
                .description("Served lists that were dropped: the queue was full, or PostgreSQL refused them")
                .register(registry);
    }
}
