package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.candidate.ease.EaseModel;
import dev.skillpod.core.recommend.candidate.ease.EaseTrainer;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnConfig;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnModel;
import dev.skillpod.core.recommend.candidate.itemknn.ItemKnnTrainer;
import dev.skillpod.core.recommend.candidate.transition.SequenceConfig;
import dev.skillpod.core.recommend.candidate.transition.SequenceModel;
import dev.skillpod.core.recommend.candidate.transition.SequenceTrainer;
import dev.skillpod.core.recommend.candidate.transition.TransitionConfig;
import dev.skillpod.core.recommend.candidate.transition.TransitionModel;
import dev.skillpod.core.recommend.candidate.transition.TransitionTrainer;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.PopularityScorer;
import java.util.function.DoubleFunction;

/**
 * Searches each method's hyperparameters by climbing one after the other on a grid. How a history is weighed (recency) is
 * searched without fitting again. Not thread-safe.
 */
public final class MethodTuning {
    private static final double[] RECENCIES = {0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3};
    private static final double[] HALF_LIVES = {1, 3, 10, 30, 100, 300, 1000, Double.POSITIVE_INFINITY};
    private static final double[] EASE = {10, 30, 100, 200, 400, 800, 1600, 3200};
    private static final double[] SHRINKAGES = {0, 3, 10, 30, 100, 300};
    private static final double[] WINDOWS = {1, 2, 3, 5, 8};
    private static final int NEIGHBOURS = 200;
    private static final double DECAY = 0.7;
    private static final double SHRINKAGE = 5;
    private static final double[] SEQUENCE = {1, 3, 10, 30, 60, 120, 250, 500};

    private final Validation validation;
    private final InteractionLog training;
    /** Rows of the log to be fitted in the end for each row here; what is counted in users grows by it. */
    private final double growth;

    private final TrainingRun run;
    private final ParallelLoop loop;

    /**
     * Prepares a search.
     *
     * @param growth entries of the log that is fitted in the end, as a multiple of the validation's, at least 1
     */
    public MethodTuning(Validation validation, double growth, TrainingRun run, ParallelLoop loop) {
        this.validation = validation;
        this.training = validation.training();
        this.growth = growth;
        this.run = run;
        this.loop = loop;
    }

    /** Returns the method with its best settings. */
    public Tuned tune(LogMethod method) {
        boolean smallForEase = training.items() <= EaseConfig.MOST_ITEMS;
        boolean smallForSequence = training.items() <= SequenceConfig.MOST_PREDICTORS;
        return switch (method) {
            case POPULAR -> popular();
            case ITEMKNN -> itemKnn();
            case EASE -> smallForEase ? ease() : itemKnn();
            case MARKOV -> markov();
            case SEQUENCE -> smallForSequence ? sequence() : markov();
            case USERKNN -> new NeighbourTuning(validation, loop).tune();
            case ALS -> new AlsTuning(validation, run, loop).tune();
            case BEST -> throw new IllegalArgumentException("BEST is a blend of the other methods");
        };
    }

    private double measure(HistoryScorer scorer) {
        return Measure.ndcg(scorer, validation, loop);
    }

    private Tuned popular() {
        double[] grid = training.timed() ? HALF_LIVES : new double[] {Double.POSITIVE_INFINITY};
        double best = grid[grid.length - 1];
        double value = -1;
        for (double halfLife : grid) {
            double tried = measure(PopularityScorer.of(training, halfLife));
            if (tried >= value) {
                value = tried;
                best = halfLife;
            }
        }
        double halfLife = best;
        return new Tuned(
                "popular, half-life " + halfLife + " days",
                (log, trainingRun) -> PopularityScorer.of(log, halfLife),
                PopularityScorer.of(training, halfLife),
                value);
    }

    /** A model fitted with one setting and its best recency. */
    private record Fit<M>(double setting, M model, double ndcg) {}

    private <M extends HistoryScorer> Fit<M> withBestRecency(double setting, DoubleFunction<M> withRecency) {
        double[] grid = training.ordered() ? RECENCIES : new double[] {0};
        var found = GridSearch.climb(grid, grid.length / 2, withRecency, this::measure);
        return new Fit<>(setting, found.candidate(), found.value());
    }

    private Tuned itemKnn() {
        var best = GridSearch.climb(
                        SHRINKAGES,
                        2,
                        shrinkage -> {
                            var config = new ItemKnnConfig(NEIGHBOURS, shrinkage, 0);
                            ItemKnnModel model = new ItemKnnTrainer(config).fit(training, run);
                            return withBestRecency(shrinkage, model::withRecency);
                        },
                        Fit::ndcg)
                .candidate();
        var config = new ItemKnnConfig(NEIGHBOURS, best.setting(), best.model().recency());
        return new Tuned("itemknn " + config, new ItemKnnTrainer(config), best.model(), best.ndcg());
    }

    private Tuned ease() {
        // Each fit of a large catalogue takes a minute, so there the grid is left out.
        double[] grid = training.items() > 8000 ? new double[] {400} : EASE;
        var best = GridSearch.climb(
                        grid,
                        grid.length / 2,
                        lambda -> {
                            EaseModel model = new EaseTrainer(new EaseConfig(lambda, 0)).fit(training, run);
                            return withBestRecency(lambda, model::withRecency);
                        },
                        Fit::ndcg)
                .candidate();
        var config = new EaseConfig(
                Math.min(1e6, best.setting() * growth), best.model().recency());
        return new Tuned("ease " + config, new EaseTrainer(config), best.model(), best.ndcg());
    }

    private Tuned markov() {
        var best = GridSearch.climb(
                        WINDOWS,
                        2,
                        window -> {
                            var config = new TransitionConfig((int) window, DECAY, SHRINKAGE, 1);
                            TransitionModel model = new TransitionTrainer(config).fit(training, run);
                            return withBestRecency(window, model::withRecency);
                        },
                        Fit::ndcg)
                .candidate();
        var config = new TransitionConfig(
                (int) best.setting(), DECAY, SHRINKAGE, best.model().recency());
        return new Tuned("markov " + config, new TransitionTrainer(config), best.model(), best.ndcg());
    }

    private Tuned sequence() {
        boolean separate = 2 * training.items() <= SequenceConfig.MOST_PREDICTORS;
        double[] grid = training.items() > 5000 ? new double[] {60} : SEQUENCE;
        var start = new SequenceConfig(60, 0.5, 50, separate);
        var best = GridSearch.climb(
                        grid,
                        grid.length / 2,
                        lambda -> {
                            SequenceModel model =
                                    new SequenceTrainer(start.withRegularization(lambda)).fit(training, run);
                            return new Fit<>(lambda, model, measure(model));
                        },
                        Fit::ndcg)
                .candidate();
        SequenceConfig config = start.withRegularization(Math.min(1e6, best.setting() * growth));
        return new Tuned("sequence " + config, new SequenceTrainer(config), best.model(), best.ndcg());
    }
}
