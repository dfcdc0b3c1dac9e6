package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.MetricNames;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DependencyHealth;
import dev.skillpod.app.serving.ModelStatus;
import dev.skillpod.core.model.ModelAlias;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Metrics and traces of requests. */
@Import(ObservedTest.Observers.class)
@TestPropertySource(properties = "management.tracing.sampling.probability=1")
class ObservedTest extends HttpTest {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @Autowired
    InMemorySpanExporter spans;

    @Autowired
    SdkTracerProvider tracing;

    @TestConfiguration(proxyBeanMethods = false)
    static class Observers {
        @Bean
        InMemorySpanExporter spanExporter() {
            return InMemorySpanExporter.create();
        }

        @Bean
        CacheStatistics cacheStatistics() {
            return () -> List.of(new CacheStatistics.Figures("embeddings", 30, 10, 5, 7, 4096));
        }

        @Bean
        DependencyHealth dependencyHealth() {
            return () -> List.of(
                    new DependencyHealth.Dependency("postgresql", DependencyHealth.State.UP, Instant.EPOCH, "answers"),
                    new DependencyHealth.Dependency("redis", DependencyHealth.State.DOWN, Instant.EPOCH, "is away"));
        }

        @Bean
        Degradation degradation() {
            return () -> List.of("Redis is away");
        }
    }

    @Test
    void aRequestIsASpanOfTheCallersTraceAndItsStepsAreSpansBelow() {
        Reply reply = send(
                "POST",
                GENERATE,
                JSON,
                BodyPublishers.ofString("{\"user_context\":{\"user_id\":\"secret-learner\",\"tenant_id\":\"t\"}}"),
                "traceparent",
                "00-" + TRACE + "-" + CALLER + "-01");
        reply.ok();
        tracing.forceFlush().join(10, TimeUnit.SECONDS);

        List<SpanData> trace = spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(TRACE))
                .toList();
        SpanData request = trace.stream()
                .filter(span -> span.getParentSpanId().equals(CALLER))
                .findFirst()
                .orElseThrow();
        assertThat(reply.header("traceparent")).isEqualTo("00-" + TRACE + "-" + request.getSpanId() + "-01");
        assertThat(request.getName()).contains(GENERATE);
        assertThat(trace).anySatisfy(span -> {
            assertThat(span.getName()).isEqualTo("learner_context");
            assertThat(span.getParentSpanId()).isEqualTo(request.getSpanId());
        });
        get("/api/v1/learners/t/secret-learner");
        tracing.forceFlush().join(10, TimeUnit.SECONDS);
        assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("secret-learner");
    }

    @Test
    void metricsNameStepsPathsModelsCachesAndDependencies() {
        post(GENERATE, generate("", "")).ok();

        Reply reply = get("/metrics");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("text/plain");
        assertThat(reply.response().body())
                .contains(
                        "skillpod_stage_seconds_bucket{capability=\"recommendations\",stage=\"learner_context\",le=\"0.001\"}",
                        "skillpod_path_total{capability=\"recommendations\",path=\"",
                        "skillpod_model_info{alias=\"champion\",model=\"als\",version=\"als-1\"} 1",
                        "skillpod_ready 1",
                        "skillpod_cache_hits_total{cache=\"embeddings\"} 30",
                        "skillpod_cache_bytes{cache=\"embeddings\"} 4096",
                        "skillpod_dependency_up{dependency=\"postgresql\"} 1",
                        "skillpod_dependency_up{dependency=\"redis\"} 0",
                        "skillpod_degraded 1",
                        "http_server_requests_seconds_bucket{",
                        "uri=\"" + GENERATE + "\"",
                        "jvm_memory_used_bytes");
    }

    @Test
    void metricsTellWhetherModelsStillFit() {
        String metrics = get("/metrics").response().body();

        assertThat(metrics)
                .contains(
                        "skillpod_drift_psi{feature=\"taste\",model=\"als\"} 0.125",
                        "skillpod_feature_age_seconds{source=\"engagement\"} ",
                        "skillpod_calibration_error{metric=\"useful_engagement_at_1\",model=\"als\"} -0.25")
                .doesNotContain("skillpod_feature_age_seconds{source=\"demand\"}");
    }

    @Test
    void aVersionIsCalledWhatItIsHereAndGoesWhenItIsNotLoadedAnyMore() {
        status.setBeside(
                new ModelStatus.Role("als", "als-2", ModelAlias.CHALLENGER),
                new ModelStatus.Role("als", "als-3", ModelAlias.SHADOW));
        try {
            assertThat(get("/metrics").response().body())
                    .contains(
                            "skillpod_model_info{alias=\"champion\",model=\"als\",version=\"als-1\"} 1",
                            "skillpod_model_info{alias=\"challenger\",model=\"als\",version=\"als-2\"} 1",
                            "skillpod_model_info{alias=\"shadow\",model=\"als\",version=\"als-3\"} 1");
        } finally {
            status.setBeside();
        }

        assertThat(get("/metrics").response().body()).contains("als-1").doesNotContain("als-2", "als-3");
    }

    @Test
    void aListWithoutTheStoredHistoryIsAFallbackAndAColdStartIsNone() {
        String fallbacks = "skillpod_fallback_total{capability=\"recommendations\",reason=\"";
        double before = value(fallbacks + "without_history\"}");

        post(GENERATE, generate("", "")).ok();
        assertThat(value(fallbacks + "without_history\"}")).isEqualTo(before);
        learners.setAway(true);
        try {
            post(GENERATE, generate("", "")).ok();
        } finally {
            learners.setAway(false);
        }

        assertThat(value(fallbacks + "without_history\"}")).isEqualTo(before + 1);
        assertThat(value(fallbacks + "popular_fallback\"}")).isZero();
        assertThat(value(fallbacks + "challenger_failed\"}")).isZero();
    }

    private double value(String series) {
        return get("/metrics")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** While it starts and while it drains, the service says so with 503: a graph of errors would rise at each deployment. */
    @Test
    void theDashboardCountsNoProbeAsAnError() {
        assertThat(MetricNames.expressionsOf("Errors"))
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(expression.split("http_server_requests", -1).length)
                        .isEqualTo(expression.split("uri!~\"/live[|]/ready[|]/health\"", -1).length));
    }

    @Test
    void noLabelNamesALearnerOrATenant() {
        post(GENERATE, "{\"user_context\":{\"user_id\":\"secret-learner\",\"tenant_id\":\"secret-tenant\"}}")
                .ok();
        get("/api/v1/learners/secret-tenant/secret-learner");
        get("/secret-learner").problem(404);

        assertThat(get("/metrics").response().body()).doesNotContain("secret-");
    }

    @Test
    void latenciesOfSampledRequestsHaveExemplars() {
        String trace = "1111111111111111aaaaaaaaaaaaaaaa";
        send(
                        "POST",
                        GENERATE,
                        JSON,
                        BodyPublishers.ofString(generate("", "")),
                        "traceparent",
                        "00-" + trace + "-" + CALLER + "-01")
                .ok();

        Reply reply = send("GET", "/metrics", null, BodyPublishers.noBody(), "Accept", OPEN_METRICS);

        assertThat(reply.header("content-type")).startsWith("application/openmetrics-text");
        assertThat(reply.response().body())
                .containsPattern("(http_server_requests|skillpod_stage)_seconds_bucket\\{[^\n]*# \\{[^\n]*trace_id=\"")
                .endsWith("# EOF\n");
    }

    @Test
    void theStatusShowsWhatThePortsTell() {
        var status = get("/api/v1/service/status").ok();

        assertThat(status.path("degraded").toString()).isEqualTo("[\"Redis is away\"]");
        assertThat(status.path("dependencies").path(1).path("state").asString()).isEqualTo("down");
        assertThat(status.path("cache").path(0).path("hit_rate").asDouble()).isEqualTo(0.75);
    }

    @Test
    void whatThePortsTellIsDocumented() {
        post(GENERATE, generate("", "")).ok();

        Set<String> shown = MetricNames.shown(get("/metrics").response().body());

        assertThat(MetricNames.documented())
                .containsAll(
                        shown.stream().filter(n -> n.startsWith("skillpod_")).toList());
        assertThat(shown)
                .containsAll(MetricNames.documented().stream()
                        .filter(n -> n.startsWith("skillpod_") && !n.startsWith("skillpod_served_lists_"))
                        .toList());
    }
}
