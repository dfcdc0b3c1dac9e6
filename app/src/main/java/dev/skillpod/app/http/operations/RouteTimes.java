package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.Fallback;
import dev.skillpod.app.serving.RequestRecording;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** How the routes did in the last minutes, and their steps. Thread-safe. */
final class RouteTimes {
    private final Map<Key, Times> routes = new ConcurrentHashMap<>();
    private final Map<String, SlidingHistogram> paths = new ConcurrentHashMap<>();
    private final Map<Fallback, SlidingHistogram> fallbacks = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    private record Key(String method, String route) {}

    private record Times(SlidingHistogram all, Map<String, SlidingHistogram> stages) {}

    /** Percentiles of a route or a step. */
    record Stage(String name, SlidingHistogram.Snapshot times) {}

    /** A route: its requests, and their steps in alphabetical order. */
    record Route(String method, String route, SlidingHistogram.Snapshot times, List<Stage> stages) {}

    /** How often something was noted of answers. */
    record Count(String of, long count) {}

    RouteTimes(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Takes in a request that was answered. What a probe is answered with is no error: 503 is how a service that starts or
     * drains says so.
     *
     * @param route the template, of a bounded set
     */
    void record(String method, String route, int status, long nanos, RequestRecording recording) {
        Times times = routes.computeIfAbsent(
                new Key(method, route), key -> new Times(histogram(), new ConcurrentHashMap<>()));
        times.all.record(nanos, status >= 500 && !Probes.ROUTES.contains(route));
        for (RequestRecording.Stage stage : recording.stages()) {
            times.stages.computeIfAbsent(stage.name(), name -> histogram()).record(stage.nanos(), false);
        }
        recording
                .path()
                .ifPresent(
                        path -> paths.computeIfAbsent(path, name -> histogram()).record(nanos, false));
        recording
                .fallback()
                .ifPresent(reason ->
                        fallbacks.computeIfAbsent(reason, name -> histogram()).record(nanos, false));
    }

    /** Returns the routes that were asked for lately, by name. */
    List<Route> routes() {
        return routes.entrySet().stream()
                .map(entry -> new Route(
                        entry.getKey().method,
                        entry.getKey().route,
                        entry.getValue().all.snapshot(),
                        stages(entry.getValue().stages)))
                .filter(route -> route.times.count() > 0)
                .sorted(Comparator.comparing(Route::route).thenComparing(Route::method))
                .toList();
    }

    /** Returns the paths that answers took lately, by name. */
    List<Count> paths() {
        return counts(paths, Function.identity());
    }

    /** Returns why answers were fallbacks lately, by name. */
    List<Count> fallbacks() {
        return counts(fallbacks, Fallback::wireName);
    }

    private static <K> List<Count> counts(Map<K, SlidingHistogram> noted, Function<K, String> name) {
        return noted.entrySet().stream()
                .map(entry -> new Count(
                        name.apply(entry.getKey()), entry.getValue().snapshot().count()))
                .filter(counted -> counted.count > 0)
                .sorted(Comparator.comparing(Count::of))
                .toList();
    }

    private static List<Stage> stages(Map<String, SlidingHistogram> stages) {
        return stages.entrySet().stream()
                .map(entry -> new Stage(entry.getKey(), entry.getValue().snapshot()))
                .filter(stage -> stage.times.count() > 0)
                .sorted(Comparator.comparing(Stage::name))
                .toList();
    }

    private SlidingHistogram histogram() {
        return new SlidingHistogram(nanoClock);
    }
}
