package dev.skillpod.core.recommend.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contents worth ranking for one learner: what the generators propose and the rules allow, each once, in the order of
 * first proposal; and for each content that stands in for one it opens the way to, which that is.
 *
 * @param contents eligible content indexes
 * @param opens for a content that is there because another one requires it: that other one
 */
public record CandidatePool(int[] contents, Map<Integer, Integer> opens) {
    /**
     * Asks the generators.
     *
     * @param perGenerator the most proposals taken from each
     */
    public static CandidatePool of(
            List<CandidateGenerator> generators,
            LearnerContext context,
            Eligibility rules,
            Bridges bridges,
            int perGenerator) {
        var chosen = new LinkedHashMap<Integer, Boolean>();
        var opens = new LinkedHashMap<Integer, Integer>();
        for (CandidateGenerator generator : generators) {
            Candidates candidates = generator.generate(context, perGenerator, rules.showable());
            for (int content : candidates.contents()) {
                if (rules.eligible(content)) {
                    chosen.put(content, true);
                } else {
                    bridges.towards(content, context, rules).ifPresent(b -> {
                        chosen.put(b, true);
                        opens.putIfAbsent(b, content);
                    });
                }
            }
        }
        return new CandidatePool(
                chosen.keySet().stream().mapToInt(Integer::intValue).toArray(), opens);
    }
}
