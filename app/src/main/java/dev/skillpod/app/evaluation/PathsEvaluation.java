package dev.skillpod.app.evaluation;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.path.content.PathPolicy;
import dev.skillpod.core.path.content.PathPolicyConfig;
import dev.skillpod.core.path.content.PathTraining;
import dev.skillpod.core.path.content.SearchConfig;
import dev.skillpod.core.path.content.TrainedPathPolicy;
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
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

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
        TrainedPathPolicy paths = new PathTraining(new LightGbmTrainer(), PathPolicyConfig.defaults())
                .fit(world.histories(), index, trained, "evaluated", fit);
        out.accept(training(paths));
        ContentStatistics statistics = trained.statistics(world.catalog());
        IntFunction<ContentPathPlanner> guided =
                rounds -> planner(index, models, statistics, rounds, paths.policy(), paths.calibration());
        IntFunction<ContentPathPlanner> unguided =
                rounds -> planner(index, models, statistics, rounds, null, paths.calibration());
        int rounds = SearchConfig.defaults().rounds();
        ContentPathPlanner planner = guided.apply(rounds);
        run.progress().report("planning for learners of the starter world", 0, 0);
        var others = new LinkedHashMap<String, ContentPathPlanner>();
        others.put("search without the policy", unguided.apply(rounds));
        others.put("a quarter of the rounds, with the policy", guided.apply(rounds / 4));
        others.put("a quarter of the rounds, without", unguided.apply(rounds / 4));
        others.put("no rounds, with the policy", guided.apply(0));
        others.put("no rounds, without", unguided.apply(0));
        out.accept(new TruePaths(world, planner, others).measure(learners, run));
        run.progress().report("judging the policy off-policy", 0, 0);
        out.accept(new LoggedStarterPaths(world, planner, paths.policy()).measure(learners, run));
        run.progress().report("planning for random learners", 0, 0);
        out.accept(random(index, planner, models.levels(), models.progress(), statistics, paths.calibration(), world)
                .measure("Paths of random learners, starter catalogue", RANDOM_PER_LEARNER * learners, run));
    }

    private static ContentPathPlanner planner(
            CatalogIndex index,
            ServingModels models,
            ContentStatistics statistics,
            int rounds,
            @Nullable PathPolicy policy,
            PathCalibration calibration) {
        var defaults = SearchConfig.defaults();
        return new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                models.levels(),
                models.progress(),
                statistics,
                new SearchConfig(defaults.searchDraws(), defaults.reportDraws(), rounds),
                policy,
                calibration);
    }

    private static EvaluationTable training(TrainedPathPolicy trained) {
        var rows = new ArrayList<List<String>>();
        new TreeMap<>(trained.provenance().metrics())
                .forEach((name, value) -> rows.add(List.of(name, String.format(Locale.ROOT, "%.4f", value))));
        return new EvaluationTable(
                "Path policy, on learners that it was not trained on",
                List.of("docs/models/paths-contents.md explains each metric."),
                List.of("metric", "value"),
                rows);
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
        out.accept(random(
                        index,
                        planner,
                        LevelModel.untrained(),
                        ProgressModel.parse(""),
                        ContentStatistics.none(index.contentCount()),
                        PathCalibration.assumed(),
                        world)
                .measure("Paths of random learners, Exercism graph", RANDOM_PER_LEARNER * learners, run));
    }

    private static RandomPaths random(
            CatalogIndex index,
            ContentPathPlanner planner,
            LevelModel levels,
            ProgressModel progress,
            ContentStatistics statistics,
            PathCalibration calibration,
            StarterWorld world) {
        var usual = UsualLevels.of(index.catalog(), List.of());
        var finder = new RequirementFinder(
                index.catalog(), planner.roles(), RoleSkillModel.of(index), new Postings(List.of()), usual);
        return new RandomPaths(index, planner, levels, progress, statistics, calibration, finder, world.postings());
    }
}
