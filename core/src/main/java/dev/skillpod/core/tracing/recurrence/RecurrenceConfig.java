package dev.skillpod.core.tracing.recurrence;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import java.util.Arrays;
import java.util.List;

/**
 * The hyperparameters of the linear recurrent network.
 *
 * @param retentions what each running sum keeps of the past per answer, each in [0, 1]; at 1 it is an average over all
 *     answers; 1 to 16 of them
 * @param width numbers per running sum, in [1, 256]
 * @param epochs passes over the log, in [1, 1000]
 * @param learningRate Adagrad's step, falling linearly over the epochs, in [1e-6, 1]
 * @param itemPenalty L2 penalty of items' vectors per use, in [0, 100]
 * @param skillPenalty L2 penalty of skills' vectors per use, in [0, 100]
 */
public record RecurrenceConfig(
        List<Double> retentions, int width, int epochs, double learningRate, double itemPenalty, double skillPenalty) {
    public RecurrenceConfig {
        retentions = List.copyOf(retentions);
        check("retentions.size()", retentions.size(), 1, 16);
        retentions.forEach(retention -> check("retentions", retention, 0, 1));
        check("width", width, 1, 256);
        check("epochs", epochs, 1, 1000);
        check("learningRate", learningRate, 1e-6, 1);
        check("itemPenalty", itemPenalty, 0, 100);
        check("skillPenalty", skillPenalty, 0, 100);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }

    void write(NumberOutput out) {
        out.reals(retentions.stream().mapToDouble(Double::doubleValue).toArray())
                .integer(width)
                .integer(epochs)
                .real(learningRate)
                .real(itemPenalty)
                .real(skillPenalty);
    }

    static RecurrenceConfig read(NumberInput in) {
        return new RecurrenceConfig(
                Arrays.stream(in.reals("retentions")).boxed().toList(),
                in.integer("width", 1, 256),
                in.integer("epochs", 1, 1000),
                in.real("learningRate"),
                in.real("itemPenalty"),
                in.real("skillPenalty"));
    }

    /** Returns the settings that docs/models/tracing.md measures. */
    public static RecurrenceConfig defaults() {
        return new RecurrenceConfig(List.of(1.0, 0.97, 0.85, 0.5, 0.0), 16, 6, 0.01, 0.1, 0.003);
    }

    /** Returns the length of all running sums together. */
    int length() {
        return retentions.size() * width;
    }
}
