package dev.skillpod.app.http.operations;

import dev.skillpod.app.http.status.ServiceVersion;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DependencyHealth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators how the service does, and what it answered lately. */
@RestController
@RequestMapping(path = "/api/v1/service", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "service")
public class ServiceController {
    private static final int DEFAULT_LIMIT = 50;

    private final ServiceVersion version;
    private final RouteTimes times;
    private final RequestLog log;
    private final ObjectProvider<DependencyHealth> dependencies;
    private final ObjectProvider<Degradation> degradation;
    private final ObjectProvider<CacheStatistics> caches;

    ServiceController(
            ServiceVersion version,
            RouteTimes times,
            RequestLog log,
            ObjectProvider<DependencyHealth> dependencies,
            ObjectProvider<Degradation> degradation,
            ObjectProvider<CacheStatistics> caches) {
        this.version = version;
        this.times = times;
        this.log = log;
        this.dependencies = dependencies;
        this.degradation = degradation;
        this.caches = caches;
    }

    @GetMapping("/status")
    @Operation(
            operationId = "serviceStatus",
            summary = "Show how the service does",
            description =
                    "What it depends on, what is degraded, how much its caches save, and the latencies of the last minutes by"
                            + " route and by step. Errors are answers with a status from 500 on, but those to probes.")
    ServiceStatus status() {
        var process = ManagementFactory.getRuntimeMXBean();
        return new ServiceStatus(
                version.text(),
                Instant.ofEpochMilli(process.getStartTime()),
                process.getUptime() / 1000,
                SlidingHistogram.LEAST.toSeconds(),
                all(dependencies, DependencyHealth::dependencies, ServiceStatus.Dependency::of),
                all(degradation, Degradation::reasons, Function.identity()),
                all(caches, CacheStatistics::figures, ServiceStatus.Cache::of),
                times.routes().stream().map(ServiceStatus.Route::of).toList(),
                times.paths().stream()
                        .map(path -> new ServiceStatus.Path(path.of(), path.count()))
                        .toList(),
                times.fallbacks().stream()
                        .map(reason -> new ServiceStatus.Fallback(reason.of(), reason.count()))
                        .toList());
    }

    @GetMapping("/requests")
    @Operation(
            operationId = "servedRequests",
            summary = "Show the last requests",
            description =
                    "The newest of the last 500 requests, with the time each step took. No learner is named. Probes, scrapes of"
                            + " metrics and requests to /api/v1/service are left out.")
    ServedRequests requests(
            @RequestParam(name = "limit", required = false) @Nullable String limit,
            @RequestParam(name = "route", required = false) @Nullable String route,
            @RequestParam(name = "status", required = false) @Nullable String status) {
        int most = QueryValue.integer("limit", limit, DEFAULT_LIMIT, 1, RequestLog.CAPACITY);
        String only = route == null ? null : PathId.check("route", route);
        int wanted = QueryValue.integer("status", status, 0, 100, 599);
        return new ServedRequests(log
                .newest(
                        most,
                        entry -> (only == null || entry.route().equals(only))
                                && (wanted == 0 || entry.status() == wanted))
                .stream()
                .map(ServedRequests.ServedRequest::of)
                .toList());
    }

    /** Returns what all providers say in their order, or null when there is none: nobody knows. */
    private static <P, T, R> @Nullable List<R> all(
            ObjectProvider<P> providers, Function<P, List<T>> question, Function<T, R> view) {
        List<P> there = providers.orderedStream().filter(Objects::nonNull).toList();
        return there.isEmpty()
                ? null
                : there.stream()
                        .flatMap(provider -> question.apply(provider).stream())
                        .map(view)
                        .toList();
    }
}
