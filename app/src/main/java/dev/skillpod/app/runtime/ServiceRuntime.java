package dev.skillpod.app.runtime;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.store.CatalogStore;
import dev.skillpod.store.Database;
import dev.skillpod.store.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the service to life beside the web server and keeps it current: opens the platform, loads the starter world into an
 * empty database, trains when there is no model, and afterwards follows changes of the catalogue and of the current model.
 * One thread does all of this, so that steps never overlap.
 */
public final class ServiceRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRuntime.class);
    private static final Duration WATCH = Duration.ofSeconds(5);
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofMillis(400);

    private final Settings settings;
    private final RequestTrace trace = new RequestTrace();
    private final TwoLevelCache cache;
    private final KeptForecasts forecasts;
    private final LiveRecommender live = new LiveRecommender(trace);
    private final LiveSkillGaps skillGaps = new LiveSkillGaps();
    private final LiveTracing tracing = new LiveTracing();
    private final LiveLearningPaths learningPaths = new LiveLearningPaths();
    private final FeatureWatch features = new FeatureWatch(InstantSource.system());
    private final RecommenderSwaps swaps;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("skillpod-runtime").factory());
    private final CompletableFuture<Database> opening = new CompletableFuture<>();
    private volatile @Nullable Platform platform;
    private volatile boolean closed;
    private volatile @Nullable AutoCloseable changes;
    private volatile @Nullable Thread trainingBeside;
    private volatile @Nullable FirstTraining firstTraining;
    private volatile Map<String, ModelAliases> aliases = Map.of();
    private long servedCatalogVersion = -1;
    private @Nullable CatalogIndex servedIndex;

    /** Prepares a service; {@link #start} brings it to life. */
    public ServiceRuntime(Settings settings) {
        this.settings = settings;
        this.cache = TwoLevelCache.open(settings.cache());
        this.forecasts = new KeptForecasts(cache);
        this.swaps = new RecommenderSwaps(
                live, ExplorationConfig.defaults(settings.explorationShare()), features, cache, trace);
    }

    /**
     * Starts in the background; {@link LiveRecommender#notReady} says how far it is.
     *
     * @param onFailure told when the service cannot start at all, running out of memory included; not told when it is
     *     closed while it starts
     */
    public void start(Consumer<Throwable> onFailure) {
        worker.execute(() -> {
            try {
                boot();
            } catch (RuntimeException | Error e) {
                if (!closed) {
                    onFailure.accept(e);
                }
            }
        });
    }

    /** Returns what notes how requests are answered. */
    public RequestTrace trace() {
        return trace;
    }

    /** Returns how the service is set up. */
    public Settings settings() {
        return settings;
    }

    /** Returns what answers requests. */
    public LiveRecommender live() {
        return live;
    }

    /** Returns where what was made is kept. */
    TwoLevelCache cache() {
        return cache;
    }

    /** Returns the forecasts that are kept. */
    KeptForecasts forecasts() {
        return forecasts;
    }

    /** Returns the database once it is open. */
    Optional<Database> openDatabase() {
        return Optional.ofNullable(platform).map(Platform::database);
    }

    /** Returns what is heard of the features of served lists. */
    public FeatureWatch features() {
        return features;
    }

    /** Returns what plans learning paths. */
    public LiveLearningPaths learningPaths() {
        return learningPaths;
    }

    /** Returns what reads answers to single items. */
    public LiveTracing tracing() {
        return tracing;
    }

    /** Returns what answers questions about skill gaps. */
    public LiveSkillGaps skillGaps() {
        return skillGaps;
    }

    /**
     * Returns the database.
     *
     * @throws StoreUnavailableException while it is not open yet
     */
    public Database database() {
        return platform().database();
    }

    /** Returns the platform, as {@link #database}. */
    public Platform platform() {
        Platform open = platform;
        if (open == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return open;
    }

    /**
     * Returns what judges versions on this service's data, as they are now, on one thread.
     *
     * @throws StoreUnavailableException while the database is not open yet
     */
    public Promotions promotions(Progress progress) {
        return new Promotions(new TrainingSources(platform()), 1, progress);
    }

    /** Returns what the aliases named when this process looked last. */
    Map<String, ModelAliases> aliases() {
        return aliases;
    }

    /** Does something with the database once it is open: at once when it is, else on the thread that opens it. */
    @SuppressWarnings("FutureReturnValueIgnored") // never fails but by the action, which is the caller's
    void whenOpen(Consumer<Database> action) {
        opening.thenAccept(action);
    }

    /** Makes the catalogue just written visible, and recommendations follow it soon. */
    void catalogChanged() {
        CatalogStore store = database().catalog();
        long version = store.version();
        live.showCatalog(store.load(), version);
        worker.execute(this::followQuietly);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is scheduled handles its own failures
    private void boot() {
        long begin = System.nanoTime();
        Progress progress = untilClosed(new LoggedProgress(live::starting));
        Platform opened = Platform.openPatiently(settings, progress, cache);
        platform = opened;
        if (closed) {
            return;
        }
        opening.complete(opened.database());
        Database database = opened.database();
        refuseToBeOpen(database);
        if (settings.starterWorld() && StarterLoad.wantedBy(database)) {
            LOG.info("the database is empty: loading the synthetic starter world and training on it (once)");
            StarterLoad.into(database, progress);
        }
        var missing = new FirstTraining(opened);
        firstTraining = missing;
        missing.trainMissing(ModelKinds.beforeReady(), threads(), progress);
        follow();
        changes = database.onModelChange(model -> {
            if (!closed) {
                worker.execute(this::followQuietly);
            }
        });
        LOG.info("ready after {} s", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
        worker.scheduleWithFixedDelay(this::followQuietly, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
        Thread training = Thread.ofPlatform()
                .name("skillpod-first-training")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .unstarted(() -> trainRest(missing));
        trainingBeside = training;
        if (!closed) {
            training.start();
        }
    }

    /** Trains what the service can be ready without, on one thread; PostgreSQL tells everybody when it may answer. */
    private void trainRest(FirstTraining missing) {
        try {
            missing.trainMissing(ModelKinds.afterwards(), 1, untilClosed(new LoggedProgress(stage -> {})));
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error(
                        "the first training of {} failed",
                        ModelKinds.afterwards().stream().map(ModelKind::name).toList(),
                        e);
            }
        }
    }

    /** Ends long work at its next step once the service is closed. */
    private Progress untilClosed(Progress progress) {
        return (stage, done, total) -> {
            if (closed) {
                throw new CancellationException("the service stops");
            }
            progress.report(stage, done, total);
        };
    }

    /** A service that others can reach, and that nobody has a key for, is a mistake; it has answered nobody so far. */
    private void refuseToBeOpen(Database database) {
        boolean keys = database.keys().list().stream().anyMatch(key -> key.revokedAt() == null);
        if (!settings.loopbackOnly() && !settings.guarded() && !keys) {
            throw new IllegalStateException("HOST=" + settings.host() + " lets others in, but there is no key: set"
                    + " ML_SERVICE_TOKEN or ADMIN_KEY, make one with ./skillpod keys create, or leave HOST out");
        }
    }

    private static int threads() {
        return Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    }

    private void followQuietly() {
        try {
            follow();
        } catch (StoreException e) {
            LOG.debug("catalogue and models are looked at again later: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("catalogue or models changed, but the change cannot be served; the old ones go on", e);
        }
    }

    /** Binds models to catalogue when either is newer than what is served. */
    private void follow() {
        Platform open = platform;
        if (open == null) {
            return;
        }
        long catalogVersion = open.database().catalog().version();
        aliases = ModelKinds.names().stream().collect(Collectors.toMap(Function.identity(), open.registry()::aliases));
        CatalogIndex index = servedIndex;
        if (index == null || catalogVersion != servedCatalogVersion) {
            index = CatalogIndexes.of(open.database().catalog().load(), open);
        }
        tracing.follow(open);
        Optional<RecommenderSwaps.Ready> next = swaps.next(open, index, tracing.tracing());
        skillGaps.follow(open, index, tracing.tracing(), live.recent());
        learningPaths.followPolicy(open);
        if (next.isPresent()) {
            serve(open, index, next.get(), catalogVersion);
        }
        servedIndex = index;
        servedCatalogVersion = catalogVersion;
    }

    private void serve(Platform open, CatalogIndex index, RecommenderSwaps.Ready next, long catalogVersion) {
        Catalog catalog = index.catalog();
        if (next.models() != null && live.notReady().isPresent()) {
            var warmUp = new WarmUp(catalog, open.database().events()::history);
            warmUp.lists(next.serving().recommender(), WARM_UP);
            warmUp.gaps(skillGaps.skillGaps().analyzer(), WARM_UP);
        }
        learningPaths.follow(index, next.models(), next.statistics());
        live.swap(next.serving(), catalogVersion);
        next.served().run();
        LOG.info(
                "serving {} contents with {}",
                catalog.contents().size(),
                next.version().isEmpty() ? "no trained model" : "model " + next.version());
    }

    @Override
    public void close() {
        closed = true;
        stopTraining();
        stopListening();
        live.shadow().close();
        worker.shutdownNow();
        stopTraining();
        if (platform == null) {
            awaitOpening();
        }
        Platform open = platform;
        if (open != null) {
            open.close();
        }
        cache.close();
    }

    /** Interrupts what is trained beside serving. It may go on computing until the process ends, but asks the database no more. */
    private void stopTraining() {
        FirstTraining missing = firstTraining;
        if (missing != null) {
            missing.stop();
        }
        Thread training = trainingBeside;
        trainingBeside = null; // a service may be closed twice
        if (training != null && training.isAlive()) {
            LOG.info("the first training beside serving is not finished: the next start begins it anew");
            training.interrupt();
        }
    }

    private void stopListening() {
        AutoCloseable listening = changes;
        if (listening != null) {
            try {
                listening.close();
            } catch (Exception e) {
                LOG.debug("closing: {}", e.toString());
            }
        }
    }

    /** Waits for a platform that is just being opened, so that no embedded PostgreSQL is left behind. */
    private void awaitOpening() {
        try {
            if (!worker.awaitTermination(OPENING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "the database did not finish opening within {} s; it may be left running", OPENING.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
