package dev.skillpod.app.command;

import dev.skillpod.app.evaluation.StarterEvaluation;
import dev.skillpod.app.runtime.CachedEmbedder;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains on the starter world, in memory, and measures the lists by the simulator's truth. */
@Command(
        name = "evaluate",
        description =
                "Measure the recommender on the starter world: true gain of the first ten, beside every part alone,"
                        + " popularity, random and the best possible. Needs no database.")
public final class EvaluateCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            description = "Seed of the world (default: that of the starter world; others are for tuning).")
    private long seed = StarterConfig.defaults().seed();

    @Option(names = "--learners", description = "Learners in the sample (default: ${DEFAULT-VALUE}).")
    private int learners = 1000;

    @Override
    public Integer call() {
        var progress = new TerminalProgress();
        progress.report("making the starter world", 0, 0);
        StarterWorld world = StarterWorld.generate(StarterConfig.defaults().withSeed(seed));
        progress.report("embedding the catalogue", 0, 0);
        try (MiniLmEmbedder miniLm = MiniLmEmbedder.load()) {
            var embedder = new CachedEmbedder(miniLm, Duration.ofHours(1));
            var index = new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), embedder));
            int threads = Runtime.getRuntime().availableProcessors();
            var run = new TrainingRun(seed, threads, world.end().plusSeconds(1), progress);
            TrainedRecommender trained = new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                    .fit(world.activityLog(), world.demand(), index, "synthetic", run);
            progress.report("measuring by the simulator's truth", 0, 0);
            var recommender = new ContentRecommender(
                    index,
                    trained.statistics(world.catalog()),
                    new DemandTimeline(world.demand(), world.catalog()).at(world.end()),
                    trained.bind(world.catalog(), "evaluated"));
            var evaluation = new StarterEvaluation(world, index, recommender);
            progress.end();
            print(seed, trained, evaluation);
        }
        return 0;
    }

    private void print(long seed, TrainedRecommender trained, StarterEvaluation evaluation) {
        System.out.println("starter world, seed " + seed + ", " + learners
                + " learners: mean true gain of the first ten, 95 % bootstrap interval, share of the best"
                + " possible; how far the full recommender is ahead, learner by learner");
        var run = TrainingRun.of(seed, 1);
        for (StarterEvaluation.Line line : evaluation.measure(learners, run, learner -> true)) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %.3f [%.3f, %.3f] %5.1f %%   %+.3f [%+.3f, %+.3f]%n",
                    line.method(),
                    line.gain().mean(),
                    line.gain().lower(),
                    line.gain().upper(),
                    100 * line.shareOfBest(),
                    line.ahead().mean(),
                    line.ahead().lower(),
                    line.ahead().upper());
        }
        System.out.println("on lists kept from fitting (the newest "
                + Math.round(100 * TrainingConfig.defaults().validationShare()) + " % of the window):");
        new TreeMap<>(trained.provenance().metrics())
                .forEach((name, value) -> System.out.printf(Locale.ROOT, "%-28s %.4f%n", name, value));
    }
}
