package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.tracing.Question;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers that are learnt, row-major, and how a step reads them. Changed by the trainer only.
 *
 * <p>A question without known item or skills has no vectors of these: their part is left out.
 */
final class RecurrentWeights {
    /** Answers that the average over the past starts with. */
    private static final double EARLY = 3;

    final RecurrenceConfig config;
    final int length;
    final int items;
    final int skills;
    /** What an answer adds: by item; by skill and outcome (rows 2 * skill + outcome). */
    final float[] itemInputs;

    final float[] skillInputs;
    /** What a question reads: by item; by skill. */
    final float[] itemOutputs;

    final float[] skillOutputs;
    final float[] skillBiases;
    /** Factor of the ability model's log-odds, and the bias. */
    final float[] head = {1, 0};

    RecurrentWeights(RecurrenceConfig config, int items, int skills) {
        this.config = config;
        this.length = config.length();
        this.items = items;
        this.skills = skills;
        itemInputs = new float[Math.multiplyExact(items, length)];
        itemOutputs = new float[Math.multiplyExact(items, length)];
        skillInputs = new float[Math.multiplyExact(2 * skills, length)];
        skillOutputs = new float[Math.multiplyExact(skills, length)];
        skillBiases = new float[skills];
    }

    void write(NumberOutput out) {
        config.write(out);
        out.integer(items).integer(skills);
        for (float[] matrix : matrices()) {
            out.floats(matrix);
        }
    }

    static RecurrentWeights read(NumberInput in) {
        RecurrenceConfig config = RecurrenceConfig.read(in);
        int most = Integer.MAX_VALUE / (2 * config.length());
        var weights = new RecurrentWeights(config, in.integer("items", 0, most), in.integer("skills", 0, most));
        for (float[] matrix : weights.matrices()) {
            float[] read = in.floats("weights");
            if (read.length != matrix.length) {
                throw new IllegalArgumentException("weights must be " + matrix.length + ", were " + read.length);
            }
            System.arraycopy(read, 0, matrix, 0, read.length);
        }
        return weights;
    }

    private List<float[]> matrices() {
        return List.of(itemInputs, skillInputs, itemOutputs, skillOutputs, skillBiases, head);
    }

    int knownSkills(Question question) {
        int known = 0;
        for (int k = 0; k < question.skillCount(); k++) {
            known += question.skill(k) < skills ? 1 : 0;
        }
        return known;
    }

    /** Writes what a question reads with. */
    void output(Question question, float[] out) {
        copyOrZero(itemOutputs, question.item(), items, out);
        int known = knownSkills(question);
        for (int k = 0; k < question.skillCount(); k++) {
            if (question.skill(k) < skills) {
                add(1f / known, skillOutputs, question.skill(k) * length, out);
            }
        }
    }

    /**
     * Writes what an answer adds.
     *
     * @param surprise 1 or 0 for the answer, less its probability
     */
    void input(Question question, boolean correct, double surprise, float[] out) {
        copyOrZero(itemInputs, question.item(), items, out);
        float scale = (float) surprise;
        for (int j = 0; j < length; j++) {
            out[j] *= scale;
        }
        int known = knownSkills(question);
        float weight = (float) (Math.abs(surprise) / Math.max(1, known));
        for (int k = 0; k < question.skillCount(); k++) {
            if (question.skill(k) < skills) {
                add(weight, skillInputs, (2 * question.skill(k) + (correct ? 1 : 0)) * length, out);
            }
        }
    }

    /** Moves the running sums by what an answer adds. */
    void advance(float[] sums, float[] input) {
        int j = 0;
        for (double retention : config.retentions()) {
            float kept = (float) retention;
            for (int end = j + config.width(); j < end; j++) {
                sums[j] = kept * sums[j] + input[j];
            }
        }
    }

    /** Writes what questions see of the running sums after {@code answers} answers. */
    void view(float[] sums, int answers, float[] out) {
        System.arraycopy(sums, 0, out, 0, length);
        int j = 0;
        for (double retention : config.retentions()) {
            float scale = scale(retention, answers);
            for (int end = j + config.width(); j < end; j++) {
                out[j] *= scale;
            }
        }
    }

    static float scale(double retention, int answers) {
        return retention == 1 ? (float) (1 / (answers + EARLY)) : 1;
    }

    /** Returns the log-odds of a correct answer. */
    double logit(Question question, double abilityLogit, float[] output, float[] view) {
        float product = 0;
        for (int j = 0; j < length; j++) {
            product += output[j] * view[j];
        }
        int known = knownSkills(question);
        double bias = 0;
        for (int k = 0; k < question.skillCount(); k++) {
            if (question.skill(k) < skills) {
                bias += skillBiases[question.skill(k)] / known;
            }
        }
        return head[0] * abilityLogit + head[1] + bias + product;
    }

    private void copyOrZero(float[] matrix, int row, int rows, float[] out) {
        if (row < rows) {
            System.arraycopy(matrix, row * length, out, 0, length);
        } else {
            Arrays.fill(out, 0, length, 0);
        }
    }

    private void add(float weight, float[] matrix, int from, float[] out) {
        for (int j = 0; j < length; j++) {
            out[j] += weight * matrix[from + j];
        }
    }
}
