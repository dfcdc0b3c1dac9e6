package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DependencyHealth;
import dev.skillpod.app.serving.ModelStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.ObjectProvider;

/** Asks the ports at every scrape: which models serve, how the caches and the dependencies do. What no port tells is absent. */
final class ServingCollector implements MultiCollector {
    private final ModelStatus models;
    private final ObjectProvider<CacheStatistics> caches;
    private final ObjectProvider<DependencyHealth> dependencies;
    private final ObjectProvider<Degradation> degradation;
    private final InstantSource clock;

    ServingCollector(
            ModelStatus models,
            ObjectProvider<CacheStatistics> caches,
            ObjectProvider<DependencyHealth> dependencies,
            ObjectProvider<Degradation> degradation,
            InstantSource clock) {
        this.models = models;
        this.caches = caches;
        this.dependencies = dependencies;
        this.degradation = degradation;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        var all = new ArrayList<MetricSnapshot>();
        models(all);
        caches(all);
        dependencies(all);
        return new MetricSnapshots(all);
    }

    private void models(List<MetricSnapshot> all) {
        var versions = InfoSnapshot.builder().name("skillpod_model").help("Versions that are loaded, and what they do");
        var ages = GaugeSnapshot.builder()
                .name("skillpod_model_age_seconds")
                .help("Time since the models that answer were trained");
        Instant now = clock.instant();
        for (ModelStatus.Role role : models.roles()) {
            versions.dataPoint(new InfoSnapshot.InfoDataPointSnapshot(Labels.of(
                    "model",
                    role.model(),
                    "version",
                    role.version(),
                    "alias",
                    role.alias().wireName())));
        }
        for (ModelStatus.LoadedModel model : models.loaded()) {
            double age = Duration.between(model.provenance().trainedAt(), now).toMillis() / 1000.0;
            ages.dataPoint(gauge(age, Labels.of("model", model.name())));
        }
        all.add(versions.build());
        all.add(ages.build());
        all.add(GaugeSnapshot.builder()
                .name("skillpod_ready")
                .help("1 when requests can be answered")
                .dataPoint(gauge(models.notReady().isEmpty() ? 1 : 0, Labels.EMPTY))
                .build());
    }

    private void caches(List<MetricSnapshot> all) {
        List<CacheStatistics.Figures> figures = caches.orderedStream()
                .flatMap(cache -> cache.figures().stream())
                .toList();
        if (figures.isEmpty()) {
            return;
        }
        all.add(counter(
                "skillpod_cache_hits", "Questions answered from a cache", figures, CacheStatistics.Figures::hits));
        all.add(counter(
                "skillpod_cache_misses",
                "Questions for which the value had to be made",
                figures,
                CacheStatistics.Figures::misses));
        all.add(counter(
                "skillpod_cache_redis_hits",
                "Questions that Redis answered",
                figures,
                CacheStatistics.Figures::redisHits));
        all.add(gauges("skillpod_cache_entries", "Values in this process", figures, CacheStatistics.Figures::entries));
        all.add(gauges("skillpod_cache_bytes", "Bytes they take", figures, CacheStatistics.Figures::bytes));
    }

    private void dependencies(List<MetricSnapshot> all) {
        var states = GaugeSnapshot.builder().name("skillpod_dependency_up").help("1 when the dependency answers");
        long known = 0;
        for (DependencyHealth health : dependencies.orderedStream().toList()) {
            for (DependencyHealth.Dependency dependency : health.dependencies()) {
                if (dependency.state() != DependencyHealth.State.OFF) {
                    states.dataPoint(gauge(
                            dependency.state() == DependencyHealth.State.DOWN ? 0 : 1,
                            Labels.of("dependency", dependency.name())));
                    known++;
                }
            }
        }
        if (known > 0) {
            all.add(states.build());
        }
        List<Degradation> degraded = degradation.orderedStream().toList();
        if (!degraded.isEmpty()) {
            int reasons = degraded.stream().mapToInt(d -> d.reasons().size()).sum();
            all.add(GaugeSnapshot.builder()
                    .name("skillpod_degraded")
                    .help("How many things do not work while requests are answered without them")
                    .dataPoint(gauge(reasons, Labels.EMPTY))
                    .build());
        }
    }

    private static CounterSnapshot counter(
            String name,
            String help,
            List<CacheStatistics.Figures> figures,
            ToLongFunction<CacheStatistics.Figures> value) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        figures.forEach(f -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .value((double) value.applyAsLong(f))
                .labels(Labels.of("cache", f.name()))
                .build()));
        return counter.build();
    }

    private static GaugeSnapshot gauges(
            String name,
            String help,
            List<CacheStatistics.Figures> figures,
            ToLongFunction<CacheStatistics.Figures> value) {
        var gauges = GaugeSnapshot.builder().name(name).help(help);
        figures.forEach(f -> gauges.dataPoint(gauge((double) value.applyAsLong(f), Labels.of("cache", f.name()))));
        return gauges.build();
    }

    private static GaugeDataPointSnapshot gauge(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }
}
