package dev.skillpod.app.runtime;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.store.Database;
import dev.skillpod.store.StoreException;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.StoredModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofMillis(400);

    private final Settings settings;
    private final LiveRecommender live = new LiveRecommender();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("skillpod-runtime").factory());
    private volatile @Nullable Platform platform;
    private long servedCatalogVersion = -1;
    private String servedModelVersion = "";

    /** Prepares a service; {@link #start} brings it to life. */
    public ServiceRuntime(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts in the background; {@link LiveRecommender#notReady} says how far it is.
     *
     * @param onFailure told in one line when the service cannot start at all
     */
    public void start(java.util.function.Consumer<RuntimeException> onFailure) {
        worker.execute(() -> {
            try {
                boot();
            } catch (RuntimeException e) {
                onFailure.accept(e);
            }
        });
    }

    /** Returns what answers requests. */
    public LiveRecommender live() {
        return live;
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

    /** Makes the catalogue just written visible, and recommendations follow it soon. */
    void catalogChanged() {
        live.showCatalog(database().catalog().load());
        worker.execute(this::followQuietly);
    }

    private void boot() {
        long begin = System.nanoTime();
        Progress progress = new LoggedProgress(live::starting);
        Platform opened = Platform.open(settings, progress);
        platform = opened;
        Database database = opened.database();
        if (settings.starterWorld() && StarterLoad.wantedBy(database)) {
            LOG.info("the database is empty: loading the synthetic starter world and training on it (once)");
            StarterLoad.into(database, progress);
        }
        if (opened.modelFiles().currentVersion(RecommenderFiles.MODEL).isEmpty()) {
            train(opened, progress);
        }
        follow();
        LOG.info("ready after {} s", (System.nanoTime() - begin) / 100_000_000 / 10.0);
        worker.scheduleWithFixedDelay(this::followQuietly, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void train(Platform platform, Progress progress) {
        try {
            int threads = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
            new Training(platform).run(Training.DEFAULT_SEED, threads, progress);
        } catch (TooLittleDataException e) {
            LOG.info("nothing is trained yet, lists show what is popular: {}", e.getMessage());
        }
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
        String modelVersion =
                open.modelFiles().currentVersion(RecommenderFiles.MODEL).orElse("");
        if (catalogVersion == servedCatalogVersion && modelVersion.equals(servedModelVersion)) {
            return;
        }
        Catalog catalog = open.database().catalog().load();
        CatalogIndex index = CatalogIndexes.of(catalog, open);
        Optional<StoredModel> stored = current(open);
        Optional<TrainedRecommender> trained =
                stored.map(model -> RecommenderFiles.read(model.files(), model.provenance()));
        ServingModels models = trained.map(
                        t -> t.bind(catalog, stored.orElseThrow().version()))
                .orElse(null);
        ContentStatistics statistics =
                trained.map(t -> t.statistics(catalog)).orElseGet(() -> Training.statistics(open.database(), catalog));
        var demand = new DemandTimeline(Training.demand(open.database()), catalog).at(Instant.now());
        var recommender = new ContentRecommender(index, statistics, demand, models);
        if (models != null && live.notReady().isPresent()) {
            new WarmUp(catalog, open.database().events()::history).run(recommender, WARM_UP);
        }
        live.swap(new LiveRecommender.Serving(
                recommender, catalog, stored.map(ServiceRuntime::loaded).orElse(List.of())));
        servedCatalogVersion = catalogVersion;
        servedModelVersion = modelVersion;
        LOG.info(
                "serving {} contents with {}",
                catalog.contents().size(),
                stored.map(model -> "model " + model.version()).orElse("no trained model"));
    }

    private static Optional<StoredModel> current(Platform platform) {
        try {
            return platform.modelFiles().current(RecommenderFiles.MODEL);
        } catch (CorruptModelException e) {
            LOG.error("the current model is refused, lists show what is popular: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<LoadedModel> loaded(StoredModel model) {
        return List.of(new LoadedModel(RecommenderFiles.MODEL, model.version(), model.provenance()));
    }

    @Override
    public void close() {
        worker.shutdownNow();
        Platform open = platform;
        if (open != null) {
            open.close();
        }
    }
}
