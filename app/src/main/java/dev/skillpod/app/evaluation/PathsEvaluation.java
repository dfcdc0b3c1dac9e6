package dev.skillpod.app.evaluation;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.SearchConfig;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Plans learning paths for random learners and for the starter world's, checks them, and measures the latter by the truth. */
public final class PathsEvaluation implements Evaluation {
    private static final Path EXERCISM = Path.of("paths", "exercism", "prereq_edges.csv");

    /** Random learners for each one of the starter world's. */
    private static final int RANDOM_PER_LEARNER = 10;

    private final int learners;

    /**
     * Describes the measurement.
     *
     * @param learners learners of the starter world, at least 1; ten times as many random ones per catalogue
     */
    public PathsEvaluation(int learners) {
        if (learners < 1) {
            throw new IllegalArgumentException("--learners must be at least 1, was " + learners);
        }
        this.learners = learners;
    }

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String description() {
        return "learning paths: rules kept, lead over baselines by the learner model and by the simulator's truth";
    }

    @Override
    public long seed() {
        return StarterConfig.defaults().seed();
    }

    @Override
    public Optional<Path> needs() {
        return Optional.empty();
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        EmbeddedWorld.with(run, (world, index) -> {
            starter(world, index, run, out);
            Path edges = data.resolve(EXERCISM);
            if (Files.exists(edges)) {
                exercism(edges, index.embedding(), world, run, out);
            }
        });
    }

    private void starter(StarterWorld world, CatalogIndex index, TrainingRun run, Consumer<EvaluationTable> out) {
        var fit = new TrainingRun(run.seed(), run.threads(), world.end().plusSeconds(1), run.progress());
        TrainedRecommender trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                .fit(world.activityLog(), world.demand(), index, "synthetic", fit);
        ServingModels models = trained.bind(index, "evaluated");
        var planner = new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                models.levels(),
                models.progress(),
                trained.statistics(world.catalog()),
                SearchConfig.defaults());
        run.progress().report("planning for learners of the starter world", 0, 0);
        out.accept(new TruePaths(world, planner).measure(learners, run));
        run.progress().report("planning for random learners", 0, 0);
        out.accept(random(index, planner, models.levels(), world)
                .measure("Paths of random learners, starter catalogue", RANDOM_PER_LEARNER * learners, run));
    }

    /** The catalogue has no log: nothing is trained, and a fifth of every promise is taken to be kept. */
    private void exercism(
            Path edges, CatalogEmbedding texts, StarterWorld world, TrainingRun run, Consumer<EvaluationTable> out) {
        Catalog catalog = ExercismCatalog.read(edges);
        var index = new CatalogIndex(catalog, CatalogEmbedding.of(catalog, texts.embedder()));
        var planner = new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                LevelModel.untrained(),
                ProgressModel.parse(""),
                ContentStatistics.none(index.contentCount()),
                SearchConfig.defaults());
        run.progress().report("planning over the Exercism graph", 0, 0);
        out.accept(random(index, planner, LevelModel.untrained(), world)
                .measure("Paths of random learners, Exercism graph", RANDOM_PER_LEARNER * learners, run));
    }

    private static RandomPaths random(
            CatalogIndex index, ContentPathPlanner planner, LevelModel levels, StarterWorld world) {
        var usual = UsualLevels.of(index.catalog(), List.of());
        var finder = new RequirementFinder(
                index.catalog(), planner.roles(), RoleSkillModel.of(index), new Postings(List.of()), usual);
        return new RandomPaths(index, planner, levels, finder, world.postings());
    }
}
