package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsLogTrainer;
import dev.skillpod.core.recommend.candidate.als.AlsScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.stream.IntStream;

/**
 * Coordinate search for the settings of ALS: first in wide steps with small models of a sample of the users, since anybody
 * can be folded in afterwards and both terms of the regularisation grow with the users; then in narrow steps with models
 * as large as the one wanted, because these want more regularisation.
 */
final class AlsTuning {
    private static final int MOST_ENTRIES = 400_000;
    private static final int FACTORS = 128;
    private static final int ITERATIONS = 12;
    private static final double[] UNOBSERVED = {0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.8};
    private static final double[] REGULARIZATION = {0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.03};
    private static final double[] NARROW = {0.5, 0.7, 1, 1.4, 2};
    private static final double[] RECENCIES = {0, 0.25, 0.5, 1};

    private final Validation validation;
    private final TrainingRun run;
    private final ParallelLoop loop;
    private final InteractionLog sample;

    AlsTuning(Validation validation, TrainingRun run, ParallelLoop loop) {
        this.validation = validation;
        this.run = run;
        this.loop = loop;
        InteractionLog training = validation.training();
        long every = Math.max(1, (training.entries() + MOST_ENTRIES - 1) / MOST_ENTRIES);
        this.sample = training.ofUsers(IntStream.range(0, training.users())
                .filter(user -> user % every == 0)
                .toArray());
    }

    private record Fit(AlsConfig config, double ndcg) {}

    Tuned tune() {
        AlsConfig config = AlsConfig.defaults().withFactors(64).withIterations(8);
        var unobserved = GridSearch.climb(UNOBSERVED, 3, x -> fit(config.withUnobservedWeight(x)), Fit::ndcg);
        AlsConfig better = unobserved.candidate().config();
        var regularized = GridSearch.climb(REGULARIZATION, 3, x -> fit(better.withRegularization(x, 1)), Fit::ndcg);
        AlsConfig wide = regularized.candidate().config().withFactors(FACTORS).withIterations(ITERATIONS);
        double lambda = wide.regularization();
        double alpha = wide.unobservedWeight();
        var narrower = GridSearch.climb(NARROW, 2, x -> fitAll(wide.withRegularization(lambda * x, 1)), LargeFit::ndcg);
        AlsConfig narrow = narrower.candidate().config();
        var last = GridSearch.climb(
                NARROW,
                2,
                x -> x == 1 ? narrower.candidate() : fitAll(narrow.withUnobservedWeight(alpha * x)),
                LargeFit::ndcg);
        AlsConfig chosen = last.candidate().config();
        AlsScorer scorer = last.candidate().scorer();
        double[] grid = sample.ordered() ? RECENCIES : new double[] {0};
        var found = GridSearch.climb(grid, 0, scorer::withRecency, other -> Measure.ndcg(other, validation, loop));
        double recency = found.candidate().recency();
        return new Tuned(
                "als " + chosen + ", recency " + recency,
                (log, trainingRun) ->
                        new AlsLogTrainer(chosen).fit(log, trainingRun).withRecency(recency),
                found.candidate(),
                found.value());
    }

    private record LargeFit(AlsConfig config, AlsScorer scorer, double ndcg) {}

    private LargeFit fitAll(AlsConfig config) {
        AlsScorer scorer = new AlsLogTrainer(config).fit(validation.training(), run);
        return new LargeFit(config, scorer, Measure.ndcg(scorer, validation, loop));
    }

    private Fit fit(AlsConfig config) {
        return new Fit(config, Measure.ndcg(new AlsLogTrainer(config).fit(sample, run), validation, loop));
    }
}
