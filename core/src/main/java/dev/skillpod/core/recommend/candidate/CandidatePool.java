package dev.skillpod.core.recommend.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
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
            int perGenerator,
            int most) {
        var proposals = new ArrayList<int[]>(generators.size());
        for (CandidateGenerator generator : generators) {
            proposals.add(
                    generator.generate(context, perGenerator, rules.showable()).contents());
        }
        var contents = new int[most];
        int size = 0;
        var asked = new BitSet();
        var chosen = new BitSet();
        var opens = new HashMap<Integer, Integer>();
        var bridges = new Bridges(context, rules);
        for (int place = 0; place < perGenerator && size < most; place++) {
            for (int[] proposed : proposals) {
                if (place >= proposed.length || size == most || asked.get(proposed[place])) {
                    continue;
                }
                int content = proposed[place];
                asked.set(content);
                int eligible = rules.eligible(content)
                        ? content
                        : bridges.towards(content).orElse(-1);
                if (eligible < 0) {
                    continue;
                }
                if (eligible != content) {
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
