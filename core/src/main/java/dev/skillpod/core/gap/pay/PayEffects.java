package dev.skillpod.core.gap.pay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each skill does for the median pay of jobs that ask for it, by index of the skill.
 *
 * @param effect what 20 levels asked for add to the logarithm of pay; 0 where too little is known
 * @param error standard deviation of its error; 0 where too little is known
 * @param postings postings with pay that ask for the skill
 * @param mean what effects are drawn to
 */
public record PayEffects(double[] effect, double[] error, int[] postings, double mean) {
    /** @throws IllegalArgumentException when the parts differ in length or are not finite */
    public PayEffects {
        if (effect == null
                || error == null
                || postings == null
                || error.length != effect.length
                || postings.length != effect.length
                || !Arrays.stream(effect).allMatch(Double::isFinite)
                || !Arrays.stream(error).allMatch(e -> Double.isFinite(e) && e >= 0)
                || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("pay effects must be of the same skills, and finite");
        }
    }

    /** Returns whether enough is known of a skill. */
    public boolean known(int skill) {
        return error[skill] > 0;
    }

    /** Returns these effects in the order of a catalogue's skills. */
    public PayEffects bind(List<String> skillIds, List<String> catalogIds) {
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < skillIds.size(); i++) {
            at.put(skillIds.get(i), i);
        }
        int[] from = catalogIds.stream().mapToInt(id -> at.getOrDefault(id, -1)).toArray();
        return new PayEffects(
                Arrays.stream(from).mapToDouble(i -> i < 0 ? 0 : effect[i]).toArray(),
                Arrays.stream(from).mapToDouble(i -> i < 0 ? 0 : error[i]).toArray(),
                Arrays.stream(from).map(i -> i < 0 ? 0 : postings[i]).toArray(),
                mean);
    }
}
