package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.ModelHealth;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Shows at every scrape whether the models still fit, as {@code GET /api/v1/models/status} does: drift of features, age of the
 * data, error of calibration. What cannot be said yet is absent. Labels are names of models, features, sources and metrics, all
 * of them fixed by the program.
 */
final class HealthCollector implements MultiCollector {
    private final ModelHealth health;
    private final InstantSource clock;

    HealthCollector(ModelHealth health, InstantSource clock) {
        this.health = health;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        Instant now = clock.instant();
        var all = new ArrayList<MetricSnapshot>();
        add(
                all,
                "skillpod_drift_psi",
                "Population stability index of a feature between training and the last 24 hours",
                health.drift(),
                drift -> gauge(drift.psi(), Labels.of("model", drift.model(), "feature", drift.feature())));
        add(
                all,
                "skillpod_feature_age_seconds",
                "Time since the newest record of a source that features are made of",
                health.freshness().stream().filter(f -> f.newest() != null).toList(),
                source -> gauge(age(source, now), Labels.of("source", source.source())));
        add(
                all,
                "skillpod_calibration_error",
                "Mean of what was predicted minus mean of what came of it",
                health.calibration(),
                c -> gauge(c.expected() - c.observed(), Labels.of("model", c.model(), "metric", c.metric())));
        return new MetricSnapshots(all);
    }

    /** As of the scrape: the source was looked at some minutes ago. */
    private static double age(ModelHealth.Freshness source, Instant now) {
        return Math.max(
                0,
                Duration.between(Objects.requireNonNull(source.newest()), now).toMillis() / 1000.0);
    }

    private static <T> void add(
            List<MetricSnapshot> all,
            String name,
            String help,
            List<T> from,
            Function<T, GaugeDataPointSnapshot> point) {
        if (from.isEmpty()) {
            return;
        }
        var gauges = GaugeSnapshot.builder().name(name).help(help);
        from.forEach(one -> gauges.dataPoint(point.apply(one)));
        all.add(gauges.build());
    }

    private static GaugeDataPointSnapshot gauge(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }
}
