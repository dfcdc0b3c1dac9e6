package dev.skillpod.core.recommend.candidate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The contents worth ranking for one learner: what the generators propose and the rules allow, each once; and for each
 * content that stands in for one it opens the way to, which that is.
 *
 * @param contents eligible content indexes: every generator's best, then every generator's second, and so on
 * @param opens for a content that is there because another one requires it: that other one
 */
public record CandidatePool(int[] contents, Map<Integer, Integer> opens) {
    /**
     * Asks the generators, and takes from each in turn.
     *
     * @param perGenerator the most proposals taken from each
     * @param most the most contents altogether
     */
    public static CandidatePool of(
            List<CandidateGenerator> generators,
            LearnerContext context,
            Eligibility rules,
            Bridges bridges,
            int perGenerator,
            int most) {
        var proposals = new ArrayList<int[]>(generators.size());
        for (CandidateGenerator generator : generators) {
            proposals.add(
                    generator.generate(context, perGenerator, rules.showable()).contents());
        }
        var chosen = new LinkedHashSet<Integer>();
        var opens = new LinkedHashMap<Integer, Integer>();
        for (int place = 0; place < perGenerator && chosen.size() < most; place++) {
            for (int[] proposed : proposals) {
                if (place < proposed.length && chosen.size() < most) {
                    add(proposed[place], context, rules, bridges, chosen, opens);
                }
            }
        }
        return new CandidatePool(chosen.stream().mapToInt(Integer::intValue).toArray(), opens);
    }

    private static void add(
            int content,
            LearnerContext context,
            Eligibility rules,
            Bridges bridges,
            LinkedHashSet<Integer> chosen,
            Map<Integer, Integer> opens) {
        if (rules.eligible(content)) {
            chosen.add(content);
        } else {
            bridges.towards(content, context, rules).ifPresent(b -> {
                chosen.add(b);
                opens.putIfAbsent(b, content);
            });
        }
    }
}
