package dev.skillpod.app.runtime;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.training.TooFewApplicationsException;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.exploration.ExplorationConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.store.CatalogStore;
import dev.skillpod.store.Database;
import dev.skillpod.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private static final long SEED = Training.DEFAULT_SEED;

    private final Settings settings;
    private final RequestTrace trace = new RequestTrace();
    private final LiveRecommender live = new LiveRecommender();
    private final LiveSkillGaps skillGaps = new LiveSkillGaps();
    private final LiveLearningPaths learningPaths = new LiveLearningPaths();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("skillpod-runtime").factory());
    private final CompletableFuture<Database> opening = new CompletableFuture<>();
    private volatile @Nullable Platform platform;
    private volatile boolean closed;
    private long servedCatalogVersion = -1;
    private String servedModelVersion = "";
    private @Nullable CatalogIndex servedIndex;

    /** Prepares a service; {@link #start} brings it to life. */
    public ServiceRuntime(Settings settings) {
        this.settings = settings;
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

    /** Returns what answers requests. */
    public LiveRecommender live() {
        return live;
    }

    /** Returns what plans learning paths. */
    public LiveLearningPaths learningPaths() {
        return learningPaths;
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
        Platform open = platform;
        if (open == null) {
            throw new StoreUnavailableException("the service is starting", RETRY, null);
        }
        return open.database();
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
        Progress progress = new LoggedProgress(live::starting);
        Platform opened = Platform.open(settings, progress);
        platform = opened;
        if (closed) {
            return;
        }
        opening.complete(opened.database());
        Database database = opened.database();
        if (settings.starterWorld() && StarterLoad.wantedBy(database)) {
            LOG.info("the database is empty: loading the synthetic starter world and training on it (once)");
            StarterLoad.into(database, progress);
        }
        if (recommender(opened).isEmpty()) {
            train("lists show what is popular", training -> training.recommender(SEED, threads(), progress), opened);
        }
        if (LiveSkillGaps.current(opened).isEmpty()) {
            train("gaps come without a value", training -> training.gaps(SEED, threads(), progress), opened);
        }
        follow();
        LOG.info("ready after {} s", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
        worker.scheduleWithFixedDelay(this::followQuietly, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void train(String otherwise, Consumer<Training> step, Platform platform) {
        try {
            step.accept(new Training(platform));
        } catch (TooLittleDataException | TooFewApplicationsException e) {
            LOG.info("not trained yet, {}: {}", otherwise, e.getMessage());
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
        } catch (RuntimeException e) {
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
        String modelVersion = CurrentModel.version(open, RecommenderFiles.MODEL);
        if (catalogVersion == servedCatalogVersion && modelVersion.equals(servedModelVersion)) {
            if (servedIndex != null) {
                skillGaps.follow(open, servedIndex);
            }
            return;
        }
        Catalog catalog = open.database().catalog().load();
        CatalogIndex index = CatalogIndexes.of(catalog, open);
        Optional<CurrentModel<TrainedRecommender>> current = recommender(open);
        Optional<TrainedRecommender> trained = current.map(CurrentModel::trained);
        ServingModels models =
                current.map(c -> c.trained().bind(index, c.stored().version())).orElse(null);
        ContentStatistics statistics =
                trained.map(t -> t.statistics(catalog)).orElseGet(() -> Training.statistics(open.database(), catalog));
        var demand = new DemandTimeline(Training.demand(open.database()), catalog).at(Instant.now());
        var recommender = new ContentRecommender(
                index, statistics, demand, models, ExplorationConfig.defaults(settings.explorationShare()), trace);
        skillGaps.follow(open, index);
        if (models != null && live.notReady().isPresent()) {
            var warmUp = new WarmUp(catalog, open.database().events()::history);
            warmUp.lists(recommender, WARM_UP);
            warmUp.gaps(skillGaps.skillGaps().analyzer(), WARM_UP);
        }
        var serving = new LiveRecommender.Serving(
                recommender,
                catalog,
                current.map(c -> List.of(c.loaded(RecommenderFiles.MODEL))).orElse(List.of()));
        learningPaths.follow(index, models, statistics);
        servedIndex = index;
        live.swap(serving, catalogVersion);
        servedCatalogVersion = catalogVersion;
        servedModelVersion = modelVersion;
        LOG.info(
                "serving {} contents with {}",
                catalog.contents().size(),
                current.map(c -> "model " + c.stored().version()).orElse("no trained model"));
    }

    private static Optional<CurrentModel<TrainedRecommender>> recommender(Platform platform) {
        return CurrentModel.read(platform, RecommenderFiles.MODEL, RecommenderFiles::read);
    }

    @Override
    public void close() {
        closed = true;
        worker.shutdownNow();
        if (platform == null) {
            awaitOpening();
        }
        Platform open = platform;
        if (open != null) {
            open.close();
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
