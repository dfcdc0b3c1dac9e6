package dev.skillpod.core.tracing;

import dev.skillpod.core.math.ParallelLoop;

/** What a model foretells of a log of new learners, one answer after the other. */
public final class Forecasts {
    private Forecasts() {}

    /**
     * Returns the probability of a correct answer of every row, each given the learner's earlier rows only.
     *
     * @param log responses of learners the model did not see
     * @return one probability per row of the log
     */
    public static double[] of(TracingModel model, ResponseLog log, ParallelLoop loop) {
        var probabilities = new double[log.size()];
        loop.forEach(log.learners(), learner -> {
            LearnerTrace trace = model.newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                probabilities[row] = trace.predict(log.question(row));
                trace = trace.after(log.question(row), log.correct(row));
            }
        });
        return probabilities;
    }
}
