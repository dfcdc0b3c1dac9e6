package dev.skillpod.core.tracing.baseline;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.LearnerTrace;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.TracingModel;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Best-LR (Gervet et al. 2020, "When is Deep Learning the Best Approach to Knowledge Tracing?", section 3): logistic regression
 * on the item, the skills, and the logarithms of right answers and of attempts, of each skill and in all. Fitted by Adagrad
 * instead of L-BFGS. Immutable and thread-safe.
 */
public final class BestLrTracer implements MasteryTracer {
    private final BestLrConfig config;

    /** Creates a tracer. */
    public BestLrTracer(BestLrConfig config) {
        this.config = config;
    }

    @Override
    public TracingModel fit(ResponseLog log, TrainingRun run) {
        BaselineProvenance.requireResponses(log);
        var regression = new BestLrRegression(log.items(), log.skills(), config.penalty());
        RandomGenerator random = run.random("tracing.best-lr");
        int[] order = IntStream.range(0, log.learners()).toArray();
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            run.progress().report("best-lr", epoch, config.epochs());
            shuffle(order, random);
            double rate = config.learningRate() * (1 - epoch / (double) config.epochs());
            for (int learner : order) {
                var counts = new BestLrCounts();
                for (int row = log.start(learner); row < log.end(learner); row++) {
                    Question question = log.question(row);
                    regression.learn(question, counts, log.correct(row), rate);
                    counts.answer(question, log.correct(row));
                }
            }
        }
        Provenance provenance = BaselineProvenance.of(
                "best-lr", log, run, InstantSource.system().instant(), Map.of("config", config.toString()));
        return new Model(new Trace(regression, new BestLrCounts()), provenance);
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    private record Model(LearnerTrace newLearner, Provenance provenance) implements TracingModel {}

    private record Trace(BestLrRegression regression, BestLrCounts counts) implements LearnerTrace {
        @Override
        public double predict(Question question) {
            return regression.probability(question, counts);
        }

        @Override
        public LearnerTrace after(Question question, boolean correct) {
            BestLrCounts next = counts.copy();
            next.answer(question, correct);
            return new Trace(regression, next);
        }
    }
}
