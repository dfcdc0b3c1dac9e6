package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.DependencyHealth;
import dev.skillpod.app.serving.StoredHistory;
import dev.skillpod.cache.RedisHealth;
import dev.skillpod.store.DatabaseHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How PostgreSQL and Redis are, as the latest requests and the probes in the background found them. */
final class LiveDependencies implements DependencyHealth, Degradation {
    private static final String REDIS_DOWN = "redis is down: what was made is kept in this process only";

    private final ServiceRuntime runtime;
    private final Instant start = Instant.now();

    LiveDependencies(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<Dependency> dependencies() {
        RedisHealth redis = runtime.cache().redis();
        return List.of(
                postgresql(),
                new Dependency("redis", State.valueOf(redis.state().name()), redis.since(), redis.detail()));
    }

    private Dependency postgresql() {
        return runtime.openDatabase()
                .map(database -> {
                    DatabaseHealth health = database.health();
                    return new Dependency(
                            "postgresql",
                            health.answers() ? State.UP : State.DOWN,
                            health.since(),
                            health.answers() ? "answers" : "does not answer");
                })
                .orElseGet(() -> new Dependency("postgresql", State.DOWN, start, "not open yet"));
    }

    @Override
    public List<String> reasons() {
        var reasons = new ArrayList<String>();
        if (runtime.openDatabase().filter(d -> !d.health().answers()).isPresent()) {
            reasons.add(StoredHistory.NOT_USED);
        }
        if (runtime.cache().redis().state() == RedisHealth.State.DOWN) {
            reasons.add(REDIS_DOWN);
        }
        return List.copyOf(reasons);
    }
}
