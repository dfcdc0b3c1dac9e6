package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.itemitem.ItemItemTrainer;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains the recommender from the log; the steps are those of the package page. Thread-safe. */
public final class RecommenderTrainer {
    private final TreeTrainer trees;
    private final TrainingConfig config;

    /** Makes a trainer. */
    public RecommenderTrainer(TreeTrainer trees, TrainingConfig config) {
        this.trees = trees;
        this.config = config;
    }

    /**
     * Trains on everything before the run's {@code asOf}.
     *
     * @param log all learners
     * @param demand demand history
     * @param index the catalogue
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}
     * @throws TooLittleDataException when the log holds too few lists or outcomes to train and validate on
     */
    public TrainedRecommender fit(
            ActivityLog log, List<DemandPoint> demand, CatalogIndex index, String dataSource, TrainingRun run) {
        Catalog catalog = index.catalog();
        PreparedLog prepared = PreparedLog.of(log, demand, index, dataSource, config, run);
        Window window = prepared.window();
        List<LearnerHistory> histories = prepared.histories();
        run.progress().report("levels", 0, 0);
        LevelModel levels = new LevelFitting(trees, run)
                .fit(FirstMeasurements.read(
                        histories, index, prepared.untrained().roles()));
        List<ShownList> fitting = prepared.fitting();
        List<ShownList> held = prepared.held();
        TooLittleDataException.check(fitting, held);
        var weights = InversePropensities.fit(fitting);
        var bias = PositionBias.fit(fitting, catalog.contents().size(), weights);
        run.progress().report("expected progress", 0, 0);
        List<ShownList> earlier = prepared.lists(window.start(), window.validationStart());
        String progressText =
                MeasuredRises.of(earlier, prepared.untrained().with(levels)).fit(trees, run.seed());
        var progress = ProgressModel.parse(progressText);
        ImpressionRows.Sources sources = prepared.sources(levels, progress);
        run.progress().report("features of impressions", 0, 0);
        ImpressionRows train = ImpressionRows.of(fitting, sources, progress);
        ImpressionRows validation = ImpressionRows.of(held, sources, progress);

        var fitted = new ModelFitting(trees, config, run).fit(train, validation, bias, weights);
        fitted.metrics().put("progress_r2", MeasuredRises.of(held, sources).explained(progress));
        var itemItem = new ItemItemTrainer(config.itemItem());
        int contents = index.contentCount();
        run.progress().report("collaborative filtering on everything", 0, 0);
        PastActivity all = PastActivity.before(window.end(), histories, index);
        Interests.Tastes tastes =
                Interests.fit(all, index, window.start(), window.end(), dataSource, config.als(), run);

        var rows = Map.of(
                "learners", (long) histories.size(),
                "engagements",
                        histories.stream()
                                .mapToLong(h -> h.engagements().size())
                                .sum(),
                "lists_fitted", (long) fitting.size(),
                "lists_validated", (long) held.size(),
                "impressions_fitted", (long) train.count());
        var provenance = new Provenance(
                "recommender",
                Instant.now(),
                run.seed(),
                window.start(),
                window.end(),
                dataSource,
                rows,
                config.parameters(),
                new TreeMap<>(fitted.metrics()));
        var trained = new TrainedRecommender(
                ids(catalog),
                // its bytes shall say nothing of when they were made: the same data and seed give the same bytes
                tastes.als().withProvenance(tastes.als().provenance().withTrainedAt(window.end())),
                itemItem.fitTogether(all.sequences(), run).of(contents),
                itemItem.fitNext(all.sequences(), run).of(contents),
                tastes.map(),
                sources.statistics().latest(),
                fitted.ranker(),
                fitted.scale(),
                fitted.relevance(),
                fitted.calibration(),
                progressText,
                levels.text(),
                provenance,
                null);
        run.progress().report("distribution of features", 0, 0);
        return trained.withFeatures(
                RankedFeatures.of(trained, held, index, sources.demand().at(window.end())));
    }

    private static List<String> ids(Catalog catalog) {
        return catalog.contents().stream().map(Content::id).toList();
    }
}
