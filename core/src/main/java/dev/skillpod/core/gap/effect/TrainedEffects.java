package dev.skillpod.core.gap.effect;

import dev.skillpod.core.gap.outcome.Saturation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link SkillEffects} in a form that can be stored, by skill id.
 *
 * @param skillIds the skills known at training
 * @param effects their effects, in the same order
 * @param saturation where more or less of a skill stops to matter
 */
public record TrainedEffects(List<String> skillIds, SkillEffects effects, Saturation saturation) {
    /** @throws IllegalArgumentException when the parts do not fit together */
    public TrainedEffects {
        skillIds = List.copyOf(skillIds);
        if (effects == null || saturation == null || effects.effect().length != skillIds.size()) {
            throw new IllegalArgumentException("effects must be of " + skillIds.size() + " skills");
        }
    }

    /** Returns the effects in the order of a catalogue's skills; nothing is known of skills that were not there. */
    public SkillEffects bind(List<String> catalogIds) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < skillIds.size(); i++) {
            at.put(skillIds.get(i), i);
        }
        return effects.reordered(
                catalogIds.stream().mapToInt(id -> at.getOrDefault(id, -1)).toArray());
    }

    static double[] pick(double[] values, int[] from) {
        return Arrays.stream(from).mapToDouble(i -> i < 0 ? 0 : values[i]).toArray();
    }
}
