package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ability.Expectation;
import java.util.Arrays;

/**
 * One step of training per learner: forward through the history, back through it, each weight moved on the way. Histories are
 * cut into chunks, across which sums go forward but gradients do not go back. Not thread-safe.
 */
final class Propagation {
    private static final int CHUNK = 1024;
    /** The factor of the ability model's log-odds is used by every row, so it moves more slowly. */
    private static final float HEAD_SHARE = 0.2f;

    private final ResponseLog log;
    private final RecurrentWeights weights;
    private final int length;
    private final Adagrad itemInputs;
    private final Adagrad skillInputs;
    private final Adagrad itemOutputs;
    private final Adagrad skillOutputs;
    private final Adagrad skillBiases;
    private final Adagrad head;
    private final float[][] views = new float[CHUNK][];
    private final double[] errors = new double[CHUNK];
    private final AbilityTrack track;
    private final float[] sums;
    private final float[] output;
    private final float[] input;
    private final float[] gradient;

    Propagation(ResponseLog log, AbilityTrack track, RecurrentWeights weights) {
        this.log = log;
        this.track = track;
        this.weights = weights;
        length = weights.length;
        RecurrenceConfig config = weights.config;
        itemInputs = new Adagrad(weights.itemInputs, config.itemPenalty());
        skillInputs = new Adagrad(weights.skillInputs, config.skillPenalty());
        itemOutputs = new Adagrad(weights.itemOutputs, config.itemPenalty());
        skillOutputs = new Adagrad(weights.skillOutputs, config.skillPenalty());
        skillBiases = new Adagrad(weights.skillBiases, config.skillPenalty());
        head = new Adagrad(weights.head, 0);
        sums = new float[length];
        output = new float[length];
        input = new float[length];
        gradient = new float[length];
    }

    void learn(int learner, float rate) {
        Arrays.fill(sums, 0);
        int start = log.start(learner);
        for (int from = start; from < log.end(learner); from += CHUNK) {
            int to = Math.min(log.end(learner), from + CHUNK);
            forward(start, from, to);
            backward(start, from, to, rate);
        }
    }

    private void forward(int start, int from, int to) {
        for (int row = from; row < to; row++) {
            int t = row - from;
            Question question = log.question(row);
            boolean correct = log.correct(row);
            if (views[t] == null) {
                views[t] = new float[length];
            }
            weights.view(sums, row - start, views[t]);
            weights.output(question, output);
            double logit = weights.logit(question, track.logit(row), output, views[t]);
            errors[t] = (correct ? 1 : 0) - Expectation.logistic(logit);
            weights.input(question, correct, track.surprise(row), input);
            weights.advance(sums, input);
        }
    }

    private void backward(int start, int from, int to, float rate) {
        Arrays.fill(gradient, 0);
        for (int row = to - 1; row >= from; row--) {
            int t = row - from;
            Question question = log.question(row);
            moveInputs(question, log.correct(row), track.surprise(row), rate);
            float error = (float) errors[t];
            weights.output(question, output);
            int j = 0;
            for (double retention : weights.config.retentions()) {
                float kept = (float) retention;
                float seen = error * RecurrentWeights.scale(retention, row - start);
                for (int end = j + weights.config.width(); j < end; j++) {
                    gradient[j] = kept * gradient[j] + seen * output[j];
                }
            }
            moveOutputs(question, views[t], error, rate);
            head.move(0, errors[t] * track.logit(row), HEAD_SHARE * rate);
            head.move(1, errors[t], rate);
        }
    }

    private void moveInputs(Question question, boolean correct, double surprise, float rate) {
        itemInputs.move(question.item() * length, length, gradient, (float) surprise, rate);
        float share = (float) Math.abs(surprise) / Math.max(1, question.skillCount());
        for (int k = 0; k < question.skillCount(); k++) {
            skillInputs.move((2 * question.skill(k) + (correct ? 1 : 0)) * length, length, gradient, share, rate);
        }
    }

    private void moveOutputs(Question question, float[] view, float error, float rate) {
        itemOutputs.move(question.item() * length, length, view, error, rate);
        float share = error / Math.max(1, question.skillCount());
        for (int k = 0; k < question.skillCount(); k++) {
            skillOutputs.move(question.skill(k) * length, length, view, share, rate);
            skillBiases.move(question.skill(k), share, rate);
        }
    }
}
