package dev.skillpod.app.runtime.monitoring;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.app.serving.ModelHealth;
import dev.skillpod.app.serving.Retraining;
import dev.skillpod.store.ServedOutcomes;
import dev.skillpod.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the answers of {@link ModelHealth} ready: one thread looks at the database now and then. */
final class WatchedHealth implements ModelHealth, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedHealth.class);
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration DATA_LOOK = Duration.ofMinutes(5);
    private static final Duration HORIZON = Duration.ofDays(21);
    private static final Duration WINDOW = Duration.ofDays(60);
    private static final int MOST_LISTS = 5_000;
    private static final String METRIC = "useful_engagement_at_1";

    private final ServiceRuntime runtime;
    private final Supplier<Optional<Retraining.Training>> running;
    private final InstantSource clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("skillpod-health").daemon().factory());
    private volatile Optional<Retraining.Training> retraining = Optional.empty();
    private volatile Data data = new Data(List.of(), List.of());
    private Instant nextData = Instant.MIN;

    private record Data(List<Freshness> freshness, List<Calibration> calibration) {}

    @SuppressWarnings("FutureReturnValueIgnored") // looks handle their failures
    WatchedHealth(ServiceRuntime runtime, Supplier<Optional<Retraining.Training>> running, InstantSource clock) {
        this.runtime = runtime;
        this.running = running;
        this.clock = clock;
        worker.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (runtime.live().notReady().isPresent()) {
            return;
        }
        try {
            retraining = running.get();
            Instant now = clock.instant();
            if (!now.isBefore(nextData)) {
                nextData = now.plus(DATA_LOOK);
                ServedOutcomes outcomes = runtime.database().servedOutcomes();
                data = new Data(freshness(outcomes, now), calibration(outcomes, now));
            }
        } catch (StoreException e) {
            LOG.debug("the models' health is looked at again later: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("the models' health could not be looked at", e);
        }
    }

    private static List<Freshness> freshness(ServedOutcomes outcomes, Instant now) {
        return outcomes.newest().entrySet().stream()
                .map(source -> SourceAge.of(source.getKey(), source.getValue(), now))
                .toList();
    }

    private static List<Calibration> calibration(ServedOutcomes outcomes, Instant now) {
        ServedOutcomes.Calibration found = outcomes.calibration(now, HORIZON, WINDOW, MOST_LISTS);
        return found.lists() == 0
                ? List.of()
                : List.of(new Calibration(
                        RecommenderFiles.MODEL, METRIC, found.expected(), found.observed(), found.lists()));
    }

    @Override
    public List<Drift> drift() {
        return runtime.features().drift().stream()
                .map(d -> new Drift(
                        RecommenderFiles.MODEL,
                        d.feature().toLowerCase(Locale.ROOT),
                        d.index(),
                        d.state().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<Freshness> freshness() {
        return data.freshness();
    }

    @Override
    public List<Calibration> calibration() {
        return data.calibration();
    }

    @Override
    public Optional<Retraining.Training> retraining() {
        return retraining;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
