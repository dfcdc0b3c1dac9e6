package dev.skillpod.app.http.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.DependencyHealth;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the service is. Figures of routes and paths cover the last minutes, those of caches the time since the start; what
 * nothing in this service tells is left out.
 */
@Schema(name = "ServiceStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceStatus(
        @JsonProperty("version") String version,
        @JsonProperty("started_at") Instant startedAt,

        @JsonProperty("uptime_seconds") @Schema(minimum = "0")
        long uptimeSeconds,

        @JsonProperty("window_seconds") @Schema(description = "How far back routes, paths and fallbacks go, at least.")
        long windowSeconds,

        @JsonProperty("dependencies") @Nullable List<Dependency> dependencies,
        @JsonProperty("degraded") @Nullable List<String> degraded,
        @JsonProperty("cache") @Nullable List<Cache> cache,
        @JsonProperty("routes") List<Route> routes,

        @JsonProperty("paths") @Schema(description = "Lists by the path they were made along.")
        List<Path> paths,

        @JsonProperty("fallbacks")
        @Schema(description = "Answers that were not made as they should be, by reason; each counts once.")
        List<Fallback> fallbacks) {

    /** A service that this one uses. */
    @Schema(name = "Dependency")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Dependency(
            @JsonProperty("name") String name,

            @JsonProperty("state") @Schema(allowableValues = {"up", "down", "degraded", "off"})
            String state,

            @JsonProperty("since") Instant since,
            @JsonProperty("detail") @Nullable String detail) {
        static Dependency of(DependencyHealth.Dependency from) {
            return new Dependency(
                    from.name(), from.state().name().toLowerCase(Locale.ROOT), from.since(), from.detail());
        }
    }

    /** A cache since the start. */
    @Schema(name = "CacheUse")
    public record Cache(
            @JsonProperty("name") String name,
            @JsonProperty("hits") long hits,
            @JsonProperty("misses") long misses,
            @JsonProperty("hit_rate") double hitRate,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("entries") long entries,
            @JsonProperty("redis_hits") long redisHits) {
        static Cache of(CacheStatistics.Figures from) {
            return new Cache(
                    from.name(),
                    from.hits(),
                    from.misses(),
                    from.hitRate(),
                    from.bytes(),
                    from.entries(),
                    from.redisHits());
        }
    }

    /** A route in the window; errors are answers with a status from 500 on, but those to probes. */
    @Schema(name = "RouteUse")
    public record Route(
            @JsonProperty("method") String method,
            @JsonProperty("route") String route,
            @JsonProperty("count") long count,
            @JsonProperty("errors") long errors,

            @JsonProperty("error_rate") @Schema(minimum = "0", maximum = "1")
            double errorRate,

            @JsonProperty("p50_ms") double p50,
            @JsonProperty("p95_ms") double p95,
            @JsonProperty("p99_ms") double p99,
            @JsonProperty("stages") List<Stage> stages) {
        static Route of(RouteTimes.Route from) {
            SlidingHistogram.Snapshot times = from.times();
            return new Route(
                    from.method(),
                    from.route(),
                    times.count(),
                    times.failed(),
                    times.count() == 0 ? 0 : (double) times.failed() / times.count(),
                    times.millis(0.5),
                    times.millis(0.95),
                    times.millis(0.99),
                    from.stages().stream().map(Stage::of).toList());
        }
    }

    /** A step of a route in the window. */
    @Schema(name = "StageUse")
    public record Stage(
            @JsonProperty("name") String name,
            @JsonProperty("p50_ms") double p50,
            @JsonProperty("p95_ms") double p95,
            @JsonProperty("p99_ms") double p99) {
        static Stage of(RouteTimes.Stage from) {
            return new Stage(
                    from.name(),
                    from.times().millis(0.5),
                    from.times().millis(0.95),
                    from.times().millis(0.99));
        }
    }

    /** How often a path was taken in the window. */
    @Schema(name = "PathUse")
    public record Path(
            @JsonProperty("path") @Schema(allowableValues = {"hybrid", "cold_start", "popular_fallback"})
            String path,

            @JsonProperty("count") long count) {}

    /** How often answers in the window were fallbacks. */
    @Schema(name = "FallbackUse")
    public record Fallback(
            @JsonProperty("reason")
            @Schema(allowableValues = {"without_history", "challenger_failed", "popular_fallback"})
            String reason,

            @JsonProperty("count") long count) {}
}
