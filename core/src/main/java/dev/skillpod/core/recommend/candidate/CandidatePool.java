package dev.skillpod.core.recommend.candidate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
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
        var contents = new int[generators.size() * perGenerator];
        int size = 0;
        var asked = new BitSet();
        var chosen = new BitSet();
        var opens = new HashMap<Integer, Integer>();
        Bridges.Search search = bridges.search(context, rules);
        for (CandidateGenerator generator : generators) {
            for (int content :
                    generator.generate(context, perGenerator, rules.showable()).contents()) {
                if (asked.get(content)) {
                    continue;
                }
                asked.set(content);
                int eligible = content;
                if (!rules.eligible(content)) {
                    eligible = search.towards(content).orElse(-1);
                    if (eligible < 0) {
                        continue;
                    }
                    opens.putIfAbsent(eligible, content);
                }
                if (!chosen.get(eligible)) {
                    chosen.set(eligible);
                    contents[size++] = eligible;
                }
            }
        }
        return new CandidatePool(Arrays.copyOf(contents, size), opens);
    }
}
