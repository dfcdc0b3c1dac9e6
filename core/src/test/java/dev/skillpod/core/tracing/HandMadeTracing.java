package dev.skillpod.core.tracing;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.tracing.level.LevelScale;
import dev.skillpod.core.tracing.stack.StackedModel;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tracing model whose half-life is known to the day: all items are as hard as each other, and practice changes no half-life. */
public final class HandMadeTracing {
    public static final double HALF_LIFE_DAYS = 32;

    private static final int ITEMS_PER_SKILL = 3;
    private static final int FORMAT = 0x5350_5401;

    private HandMadeTracing() {}

    /** A scale on which level 50 answers half of the items right, and ten levels are a log-odd. */
    public static LevelScale scale(int skills) {
        return new LevelScale(0.1, 0, Collections.nCopies(skills, 0.0), 0.18);
    }

    public static TrainedTracing tracing(List<String> skills, @Nullable LevelScale scale) {
        return new TrainedTracing(
                items(skills), skills, StackedModel.read(bytes(skills.size()), List.of(), PROVENANCE), scale);
    }

    public static Answer answer(LearnerKey who, String skill, boolean correct, Instant at) {
        return new Answer(skill + at + correct, who, at, skill + "-0", List.of(skill), correct, null);
    }

    static final Provenance PROVENANCE = new Provenance(
            "hand-made", Instant.EPOCH, 1, Instant.EPOCH, Instant.EPOCH, "synthetic", Map.of(), Map.of(), Map.of());

    private static List<String> items(List<String> skills) {
        var items = new ArrayList<String>();
        for (String skill : skills) {
            for (int k = 0; k < ITEMS_PER_SKILL; k++) {
                items.add(skill + "-" + k);
            }
        }
        return items;
    }

    static byte[] bytes(int skills) {
        int items = skills * ITEMS_PER_SKILL;
        var out = new NumberOutput().integer(FORMAT);
        // Variances, no drift of skills, no learner's own pace; then the passes.
        out.reals(new double[] {0.5, 0.001, 1.5, 0.001, 0.1, 0.5, 0.5, 0})
                .integer(1)
                .integer(0);
        out.real(0)
                .reals(new double[skills])
                .reals(new double[items])
                .integers(filled(skills, 100))
                .integers(filled(items, 100));
        out.real(Math.log(HALF_LIFE_DAYS) / Math.log(2))
                .real(0)
                .reals(new double[skills])
                .integer(1);
        out.reals(new double[] {1})
                .integer(1)
                .integer(1)
                .real(0.01)
                .real(0)
                .real(0)
                .integer(items)
                .integer(skills);
        out.floats(new float[items]).floats(new float[2 * skills]).floats(new float[items]);
        out.floats(new float[skills]).floats(new float[skills]).floats(new float[] {1, 0});
        for (int k = 0; k < 5; k++) {
            out.integers(new int[items]);
        }
        return out.integer(0).integer(0).bytes();
    }

    private static int[] filled(int length, int value) {
        var values = new int[length];
        Arrays.fill(values, value);
        return values;
    }
}
