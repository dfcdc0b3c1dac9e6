package dev.skillpod.app.runtime;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.demand.DemandOutlook;
import dev.skillpod.core.trend.demand.MonthlyDemand;
import dev.skillpod.store.Database;
import dev.skillpod.store.DemandHistory;
import dev.skillpod.store.ForecastRun;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.StoredForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the stored forecasts as new as the demand: one thread looks every two seconds whether demand was written, by whomever,
 * or the forecaster is another one than that of the last run, and then forecasts all skills of all regions.
 *
 * <p>While demand keeps coming it waits until nothing came between two looks, but not longer than half a minute. A run that fails is
 * logged and tried again after half a minute; until then, and while a run goes on, the earlier forecasts are served, all of one run.
 * Of several processes on one database one makes a run.
 */
final class ForecastRefresh implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ForecastRefresh.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final ServiceRuntime runtime;
    private final BatchForecaster forecaster;
    private final String modelVersion;
    private final ScheduledExecutorService worker;
    private long seenVersion = -1;
    private long staleSince = System.nanoTime();
    private long notBefore = System.nanoTime();

    /**
     * Starts looking.
     *
     * @param modelVersion names the forecaster; another name makes all forecasts anew
     */
    @SuppressWarnings({"FutureReturnValueIgnored", "ThreadPriorityCheck"}) // looks handle their failures; a hint only
    ForecastRefresh(ServiceRuntime runtime, BatchForecaster forecaster, String modelVersion) {
        this.runtime = runtime;
        this.forecaster = forecaster;
        this.modelVersion = modelVersion;
        this.worker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name("skillpod-forecasts")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
        worker.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void look() {
        if (runtime.live().notReady().isPresent() || System.nanoTime() < notBefore) {
            return;
        }
        try {
            Database database = runtime.database();
            long version = database.demand().version();
            if (due(database, version)) {
                run(database, version);
            }
            runtime.forecasts()
                    .follow(
                            database,
                            runtime.live().catalog().skills().stream()
                                    .map(Skill::id)
                                    .toList());
        } catch (StoreException e) {
            LOG.debug("demand is looked at again later: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            if (worker.isShutdown()) {
                LOG.debug("forecasting ends with the service: {}", e.toString());
                return;
            }
            LOG.error("forecasts of demand could not be made; the earlier ones are served", e);
            notBefore = System.nanoTime() + AFTER_FAILURE.toNanos();
        }
    }

    private boolean due(Database database, long version) {
        boolean current = database.forecasts()
                .lastRun()
                .filter(run ->
                        run.demandVersion() == version && run.modelVersion().equals(modelVersion))
                .isPresent();
        long now = System.nanoTime();
        boolean quiet = version == seenVersion;
        seenVersion = version;
        if (current) {
            staleSince = now;
            return false;
        }
        return quiet || now - staleSince > LONGEST_WAIT.toNanos();
    }

    private void run(Database database, long version) {
        long begin = System.nanoTime();
        var run = new ForecastRun(version, modelVersion, Instant.now());
        var outlook = new DemandOutlook(forecaster, names());
        List<String> regions = database.demand().regions();
        if (database.forecasts().replace(run, regions, region -> region(database, region, outlook, run))) {
            LOG.info(
                    "forecast the demand of the whole market and of {} regions in {} s",
                    regions.size(),
                    Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
        }
    }

    private List<StoredForecast> region(
            Database database, @Nullable String region, DemandOutlook outlook, ForecastRun run) {
        if (worker.isShutdown()) {
            throw new CancellationException("the service stops");
        }
        Map<String, DemandHistory> histories = database.demand().histories(region);
        var known = new ArrayList<MonthlyDemand>();
        histories.forEach(
                (skill, history) -> MonthlyDemand.of(skill, history.points()).ifPresent(known::add));
        return outlook.of(known).stream()
                .map(skill -> new StoredForecast(
                        skill,
                        run.modelVersion(),
                        run.generatedAt(),
                        Objects.requireNonNull(histories.get(skill.skillId())).dataSource()))
                .toList();
    }

    private UnaryOperator<String> names() {
        Catalog catalog = runtime.live().catalog();
        return id -> catalog.skill(id).map(Skill::name).orElse(id);
    }
}
