package dev.skillpod.app.evaluation;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Trains on the starter world, in memory, and measures the lists by the simulator's truth. */
public final class StarterWorldEvaluation implements Evaluation {
    /** Lists drawn per learner for the off-policy estimates. */
    private static final int LISTS = 5;

    private final int learners;

    /**
     * Describes the measurement.
     *
     * @param learners learners in the sample, at least 1
     */
    public StarterWorldEvaluation(int learners) {
        if (learners < 1) {
            throw new IllegalArgumentException("--learners must be at least 1, was " + learners);
        }
        this.learners = learners;
    }

    @Override
    public String name() {
        return "starter";
    }

    @Override
    public String description() {
        return "starter world: mean true gain of the first ten contents";
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        EmbeddedWorld.with(run, (world, index) -> measure(world, index, run, out));
    }

    private void measure(StarterWorld world, CatalogIndex index, TrainingRun run, Consumer<EvaluationTable> out) {
        var fit = new TrainingRun(run.seed(), run.threads(), world.end().plusSeconds(1), run.progress());
        TrainedRecommender trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                .fit(world.activityLog(), world.demand(), index, "synthetic", fit);
        run.progress().report("measuring by the simulator's truth", 0, 0);
        ServingModels models = trained.bind(index, "evaluated");
        var recommender = new ContentRecommender(
                index,
                trained.statistics(world.catalog()),
                new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                models);
        var lines = new StarterEvaluation(world, index, recommender).measure(learners, run, learner -> true);
        out.accept(gains(lines, run.seed()));
        out.accept(StarterTables.diversity(lines));
        out.accept(StarterTables.offPolicy(
                new StarterOffPolicy(world, index, recommender, models).estimate(learners, LISTS, run)));
        out.accept(training(trained));
    }

    private EvaluationTable gains(List<StarterEvaluation.Line> lines, long seed) {
        var rows = new ArrayList<List<String>>();
        for (StarterEvaluation.Line line : lines) {
            rows.add(List.of(
                    line.method(),
                    EvaluationTable.interval("%.3f", line.gain()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * line.shareOfBest()),
                    EvaluationTable.interval("%+.3f", line.ahead())));
        }
        return new EvaluationTable(
                "Starter world, seed " + seed + ", " + learners + " learners, by the simulator's truth",
                List.of("Mean true gain of the first ten; in brackets 95 % bootstrap intervals over learners."
                        + " Every method keeps the same rules of eligibility and variety."),
                List.of("method", "true gain", "of the best possible", "lead of the full recommender"),
                rows);
    }

    private static EvaluationTable training(TrainedRecommender trained) {
        var rows = new ArrayList<List<String>>();
        new TreeMap<>(trained.provenance().metrics())
                .forEach((name, value) -> rows.add(List.of(name, String.format(Locale.ROOT, "%.4f", value))));
        return new EvaluationTable(
                "Starter world, lists kept from fitting",
                List.of("The newest "
                        + Math.round(100 * TrainingConfig.defaults().validationShare())
                        + " % of the window; docs/training.md explains each metric."),
                List.of("metric", "value"),
                rows);
    }
}
