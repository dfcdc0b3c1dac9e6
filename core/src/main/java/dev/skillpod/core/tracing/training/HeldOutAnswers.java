package dev.skillpod.core.tracing.training;

import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.tracing.Forecasts;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.TracingModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What was foretold of answers of learners set apart.
 *
 * @param log the answers
 * @param probabilities the forecast of each, from the learner's earlier answers
 */
record HeldOutAnswers(ResponseLog log, double[] probabilities) {
    private static final long HALF_A_DAY = 43_200;

    static HeldOutAnswers of(TracingModel model, ResponseLog log, int threads) {
        try (var loop = new ParallelLoop(threads)) {
            return new HeldOutAnswers(log, Forecasts.of(model, log, loop));
        }
    }

    /** Foretells the share of right answers of other learners, whoever answers what. */
    static HeldOutAnswers baseRate(ResponseLog train, ResponseLog log) {
        double right = 0;
        for (int row = 0; row < train.size(); row++) {
            right += train.correct(row) ? 1 : 0;
        }
        var rate = new double[log.size()];
        Arrays.fill(rate, (right + 1) / (train.size() + 2));
        return new HeldOutAnswers(log, rate);
    }

    double logLoss() {
        double sum = 0;
        for (int row = 0; row < probabilities.length; row++) {
            sum -= Math.log(log.correct(row) ? probabilities[row] : 1 - probabilities[row]);
        }
        return sum / probabilities.length;
    }

    /** Returns the log loss of answers on a skill that was last answered half a day before or earlier; infinite without any. */
    double logLossAfterGaps() {
        double sum = 0;
        int count = 0;
        var last = new HashMap<Integer, Long>();
        for (int learner = 0; learner < log.learners(); learner++) {
            last.clear();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Question question = log.question(row);
                boolean gap = false;
                for (int k = 0; k < question.skillCount(); k++) {
                    Long before = last.put(question.skill(k), question.time());
                    gap |= before != null && question.time() - before >= HALF_A_DAY;
                }
                if (gap) {
                    sum -= Math.log(log.correct(row) ? probabilities[row] : 1 - probabilities[row]);
                    count++;
                }
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    }

    void report(String prefix, Map<String, Double> metrics) {
        var happened = new boolean[log.size()];
        for (int row = 0; row < happened.length; row++) {
            happened[row] = log.correct(row);
        }
        metrics.put(prefix + "auc", Probabilities.auc(probabilities, happened));
        metrics.put(prefix + "log_loss", logLoss());
        metrics.put(prefix + "calibration_error", Probabilities.calibrationError(probabilities, happened));
    }
}
