package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.Adam;
import dev.skillpod.core.math.GatedRecurrentUnit;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.practice.Interaction;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Fits an {@link AnswerModel} by the likelihood of all answers, back through time over whole logs, with Adam. One thread; the same seed and logs
 * give the same model.
 */
public final class AnswerModelTrainer {
    private static final int BATCH = 16;
    private static final float LONGEST_GRADIENT = 5;

    private final AnswerModel model;
    private final Adam optimiseMemory;
    private final Adam optimiseHeads;
    private final float[] memoryGradient;
    private final float[] headGradient;

    /**
     * Starts with a random model.
     *
     * @param units numbers in the state of the model, at least 1
     */
    public AnswerModelTrainer(int items, int units, TrainingRun run) {
        RandomGenerator random = run.random("path.learnt.weights");
        GatedRecurrentUnit memory = GatedRecurrentUnit.random(2 * items, units, random);
        model = new AnswerModel(items, memory, new float[2 * items * (units + 1)]);
        optimiseMemory = new Adam(memory.parameters().length);
        optimiseHeads = new Adam(model.heads().length);
        memoryGradient = new float[memory.parameters().length];
        headGradient = new float[model.heads().length];
    }

    /** Returns the model, which changes with every {@link #fit}. */
    public AnswerModel model() {
        return model;
    }

    /**
     * Goes on fitting.
     *
     * @param logs at least one
     * @param sequences logs drawn at random, one after another
     * @param firstRate step size at the start; falls to {@code lastRate} linearly
     * @return the mean loss per answer over the last tenth, in nats
     */
    public double fit(
            List<PracticeLog> logs, int sequences, double firstRate, double lastRate, RandomGenerator random) {
        double loss = 0;
        long answers = 0;
        int batches = Math.max(1, sequences / BATCH);
        for (int batch = 0; batch < batches; batch++) {
            for (int b = 0; b < BATCH; b++) {
                PracticeLog log = logs.get(random.nextInt(logs.size()));
                double lost = learn(log);
                if (batch >= batches * 9 / 10) {
                    loss += lost;
                    answers += log.interactions().size() + log.exam().size();
                }
            }
            double rate = firstRate + (lastRate - firstRate) * batch / batches;
            float scale = 1f / BATCH * Math.min(1, LONGEST_GRADIENT * BATCH / length());
            optimiseMemory.step(model.memory().parameters(), memoryGradient, scale, rate);
            optimiseHeads.step(model.heads(), headGradient, scale, rate);
        }
        return loss / Math.max(1, answers);
    }

    private float length() {
        double sum = 1e-12;
        for (float slope : memoryGradient) {
            sum += slope * slope;
        }
        return (float) Math.sqrt(sum);
    }

    /** Adds the slopes of one log; returns its loss. */
    private double learn(PracticeLog log) {
        GatedRecurrentUnit memory = model.memory();
        int units = memory.units();
        int length = log.interactions().size();
        var states = new float[(length + 1) * units];
        var traces = new float[length * memory.traceLength()];
        var headSlopes = new float[(length + 1) * units];
        double loss = 0;
        for (int t = 0; t < length; t++) {
            Interaction now = log.interactions().get(t);
            loss += head(now.item(), now.correct(), states, t * units, headSlopes);
            memory.step(
                    AnswerModel.token(now.item(), now.correct()),
                    states,
                    t * units,
                    states,
                    (t + 1) * units,
                    traces,
                    t * memory.traceLength());
        }
        for (Interaction asked : log.exam()) {
            loss += head(model.items() + asked.item(), asked.correct(), states, length * units, headSlopes);
        }
        var slopes = new float[units];
        for (int t = length - 1; t >= 0; t--) {
            for (int j = 0; j < units; j++) {
                slopes[j] += headSlopes[(t + 1) * units + j];
            }
            Interaction now = log.interactions().get(t);
            memory.backward(
                    AnswerModel.token(now.item(), now.correct()),
                    states,
                    t * units,
                    slopes,
                    traces,
                    t * memory.traceLength(),
                    memoryGradient);
        }
        return loss;
    }

    /** Adds the slopes of one answer in its head and in the state; returns its loss. */
    private double head(int head, boolean correct, float[] states, int at, float[] stateSlopes) {
        int units = model.units();
        double probability = AnswerModel.logistic(model.logit(states, at, head));
        float slope = (float) (probability - (correct ? 1 : 0));
        int row = head * (units + 1);
        for (int j = 0; j < units; j++) {
            headGradient[row + j] += slope * states[at + j];
            stateSlopes[at + j] += slope * model.heads()[row + j];
        }
        headGradient[row + units] += slope;
        return -Math.log(Math.max(1e-12, correct ? probability : 1 - probability));
    }
}
