package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.gap.training.GapTrainer;
import dev.skillpod.core.gap.training.TooFewApplicationsException;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.tracing.training.TooFewAnswersException;
import dev.skillpod.core.tracing.training.TracingTrainer;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.store.Database;
import dev.skillpod.store.DemandHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Trains the models on what the database holds; what was trained is the current version from then on. */
public final class Training {
    /** The seed of trainings that name none. */
    public static final long DEFAULT_SEED = 20_261_101;

    private final Platform platform;

    /** Makes a training over a platform. */
    public Training(Platform platform) {
        this.platform = platform;
    }

    /**
     * Trains and saves the recommender.
     *
     * @return the new version
     * @throws TooLittleDataException when there is not enough to train on; the current version stays
     */
    public String recommender(long seed, int threads, Progress progress) {
        Database database = platform.database();
        Catalog catalog = database.catalog().load();
        progress.report("embedding the catalogue", 0, 0);
        CatalogIndex index = CatalogIndexes.of(catalog, platform);
        List<DemandPoint> demand = demand(database);
        var run = new TrainingRun(seed, threads, Instant.now(), progress);
        TrainedRecommender trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                .fit(database.events().activityLog(), demand, index, dataSource(database), run);
        progress.report("saving the model", 0, 0);
        return platform.modelFiles()
                .save(RecommenderFiles.MODEL, RecommenderFiles.write(trained), trained.provenance());
    }

    /**
     * Trains and saves what closing skill gaps is worth.
     *
     * @return the new version
     * @throws TooFewApplicationsException when there is not enough to train on; the current version stays
     */
    public String gaps(long seed, int threads, Progress progress) {
        Database database = platform.database();
        Catalog catalog = database.catalog().load();
        progress.report("embedding the catalogue", 0, 0);
        CatalogIndex index = CatalogIndexes.of(catalog, platform);
        var run = new TrainingRun(seed, threads, Instant.now(), progress);
        TrainedGapModels trained = new GapTrainer(new LightGbmTrainer())
                .fit(database.events().activityLog(), database.postings().all(), index, dataSource(database), run);
        progress.report("saving the model", 0, 0);
        return platform.modelFiles().save(GapModelFiles.MODEL, GapModelFiles.write(trained), trained.provenance());
    }

    /**
     * Trains and saves mastery tracing.
     *
     * @return the new version
     * @throws TooFewAnswersException when there is not enough to train on; the current version stays
     */
    public String tracing(long seed, int threads, Progress progress) {
        Database database = platform.database();
        var run = new TrainingRun(seed, threads, Instant.now(), progress);
        TrainedTracing trained = new TracingTrainer(new LightGbmTrainer())
                .fit(database.events().activityLog(), dataSource(database), run);
        progress.report("saving the model", 0, 0);
        return platform.modelFiles()
                .save(TracingModelFiles.MODEL, TracingModelFiles.write(trained), trained.provenance());
    }

    /** Returns the national demand history of all skills. */
    static List<DemandPoint> demand(Database database) {
        return database.demand().histories().values().stream()
                .map(DemandHistory::points)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns how contents did so far, for a service that has no trained model yet. */
    static ContentStatistics statistics(Database database, Catalog catalog) {
        if (database.events().counts().isEmpty()) {
            return ContentStatistics.none(catalog.contents().size());
        }
        var histories = new ArrayList<LearnerHistory>();
        database.events().activityLog().forEachLearner(histories::add);
        return StatisticsTimeline.replay(histories, catalog, List.of(), Instant.now())
                .latest();
    }

    private static String dataSource(Database database) {
        Set<DataSource> sources =
                database.events().counts().stream().map(count -> count.source()).collect(Collectors.toSet());
        if (sources.size() > 1) {
            return "mixed";
        }
        return sources.contains(DataSource.SYNTHETIC) ? "synthetic" : "real";
    }
}
