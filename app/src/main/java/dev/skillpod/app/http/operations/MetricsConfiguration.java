package dev.skillpod.app.http.operations;

import dev.skillpod.app.http.request.RequestConfiguration;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DependencyHealth;
import dev.skillpod.app.serving.ModelHealth;
import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.app.serving.RequestRecording;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Meters and traces. A bean that is a {@code MeterBinder} or a {@link MultiCollector} is shown, too. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/skillpod/app/http/operations.properties")
public class MetricsConfiguration {
    @Bean
    PrometheusMeterRegistry prometheusMeterRegistry(
            ObjectProvider<Tracer> tracer, ObjectProvider<MultiCollector> collectors) {
        var registry = new PrometheusRegistry();
        var meters =
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM, new CurrentSpan(tracer));
        registry.register((MultiCollector) () -> new io.prometheus.metrics.model.snapshots.MetricSnapshots(
                collectors.orderedStream().flatMap(c -> c.collect().stream()).toList()));
        return meters;
    }

    @Bean
    MultiCollector servingCollector(
            ModelStatus models,
            ObjectProvider<CacheStatistics> caches,
            ObjectProvider<DependencyHealth> dependencies,
            ObjectProvider<Degradation> degradation,
            InstantSource clock) {
        return new ServingCollector(models, caches, dependencies, degradation, clock);
    }

    @Bean
    MultiCollector healthCollector(ModelHealth health, InstantSource clock) {
        return new HealthCollector(health, clock);
    }

    @Bean
    RequestKeeper requestMeters(MeterRegistry registry) {
        return new RequestMeters(registry);
    }

    /** Steps become spans only where spans go somewhere. */
    @Bean
    RequestRecording.Listener stageSpans(ObjectProvider<Tracer> tracer, List<SpanExporter> exporters) {
        Tracer there = tracer.getIfAvailable();
        return there == null || exporters.isEmpty() ? RequestRecording.Listener.NONE : new StageSpans(there);
    }

    @Bean
    FilterRegistrationBean<TraceParentFilter> traceParentFilter(ObjectProvider<Tracer> tracer) {
        var filter = new FilterRegistrationBean<TraceParentFilter>();
        Tracer there = tracer.getIfAvailable();
        if (there == null) {
            filter.setFilter(new TraceParentFilter(Tracer.NOOP));
            filter.setEnabled(false);
        } else {
            filter.setFilter(new TraceParentFilter(there));
        }
        filter.setOrder(RequestConfiguration.TRACE_ORDER - 1);
        return filter;
    }

    /** The path of a request may name a learner; its template does not. */
    @Bean
    ObservationFilter noPathsInSpans() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }
}
