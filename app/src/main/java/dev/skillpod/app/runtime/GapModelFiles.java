package dev.skillpod.app.runtime;

import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.effect.TrainedEffects;
import dev.skillpod.core.gap.outcome.BetaCalibration;
import dev.skillpod.core.gap.outcome.HeldOutChances;
import dev.skillpod.core.gap.outcome.Saturation;
import dev.skillpod.core.gap.outcome.TrainedOutcomes;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.model.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Trained gap models as files, and back. Tree models stay LightGBM text, so that other tools can read them. */
public final class GapModelFiles {
    /** The name under which versions are kept. */
    public static final String MODEL = "gap-values";

    private static final String REST = "gap-values.json";
    private static final String LEVELS = "levels.txt";
    private static final String HELD_OUT = "held-out.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GapModelFiles() {}

    /** What is neither trees nor levels. */
    record Rest(
            List<String> skillIds,
            @Nullable Outcomes outcomes,
            @Nullable SkillEffects effects,
            @Nullable Saturation saturation,
            @Nullable PayEffects pay) {}

    /** The part of {@link TrainedOutcomes} that is neither trees nor levels. */
    record Outcomes(
            double[] effects,
            float[] usualLevels,
            double meanEffect,
            double[] weights,
            double[] treeShares,
            List<BetaCalibration> calibrations,
            double[] baseline) {}

    /** Returns the files of trained models, by name. */
    public static Map<String, byte[]> write(TrainedGapModels trained) {
        var files = new TreeMap<String, byte[]>();
        TrainedOutcomes outcomes = trained.outcomes();
        Outcomes rest = null;
        if (outcomes != null) {
            files.put(LEVELS, outcomes.levels().getBytes(StandardCharsets.UTF_8));
            for (int k = 0; k < outcomes.trees().size(); k++) {
                files.put(stage(k), outcomes.trees().get(k).getBytes(StandardCharsets.UTF_8));
            }
            rest = new Outcomes(
                    outcomes.effects(),
                    outcomes.usualLevels(),
                    outcomes.meanEffect(),
                    outcomes.weights(),
                    outcomes.treeShares(),
                    outcomes.calibrations(),
                    outcomes.baseline());
        }
        HeldOutChances heldOut = trained.heldOut();
        if (heldOut != null) {
            files.put(HELD_OUT, MAPPER.writeValueAsBytes(heldOut));
        }
        TrainedEffects effects = trained.effects();
        files.put(
                REST,
                MAPPER.writeValueAsBytes(new Rest(
                        trained.skillIds(),
                        rest,
                        effects == null ? null : effects.effects(),
                        effects == null ? null : effects.saturation(),
                        trained.pay())));
        return files;
    }

    /**
     * Reads trained models from their files.
     *
     * @throws IllegalArgumentException when a file is missing or does not hold what it should
     */
    public static TrainedGapModels read(Map<String, byte[]> files, Provenance provenance) {
        try {
            Rest rest = MAPPER.readValue(file(files, REST), Rest.class);
            if (rest == null || rest.skillIds() == null) {
                throw new IllegalArgumentException("skillIds is missing in " + REST);
            }
            Outcomes outcomes = rest.outcomes();
            SkillEffects effects = rest.effects();
            Saturation saturation = rest.saturation();
            return new TrainedGapModels(
                    rest.skillIds(),
                    outcomes == null ? null : outcomes(files, rest.skillIds(), outcomes),
                    effects == null || saturation == null
                            ? null
                            : new TrainedEffects(rest.skillIds(), effects, saturation),
                    rest.pay(),
                    heldOut(files),
                    provenance);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalArgumentException("the files of gap values do not fit together: " + e.getMessage(), e);
        }
    }

    /** Versions of earlier programs have none. */
    private static @Nullable HeldOutChances heldOut(Map<String, byte[]> files) {
        byte[] json = files.get(HELD_OUT);
        return json == null ? null : MAPPER.readValue(json, HeldOutChances.class);
    }

    private static TrainedOutcomes outcomes(Map<String, byte[]> files, List<String> skillIds, Outcomes rest) {
        return new TrainedOutcomes(
                skillIds,
                rest.effects(),
                rest.usualLevels(),
                rest.meanEffect(),
                rest.weights(),
                rest.treeShares(),
                rest.calibrations(),
                rest.baseline(),
                string(files, LEVELS),
                IntStream.range(0, TrainedOutcomes.STAGES)
                        .mapToObj(k -> string(files, stage(k)))
                        .toList());
    }

    private static String stage(int k) {
        return "stage-" + k + ".txt";
    }

    private static String string(Map<String, byte[]> files, String name) {
        return new String(file(files, name), StandardCharsets.UTF_8);
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return bytes;
    }
}
