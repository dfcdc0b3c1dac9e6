package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.popular.PopularGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Finds, for one learner, the eligible content that opens the way to one whose prerequisites are unmet: the unmet
 * prerequisite content, or the one that best brings the missing skill up from the learner's level; and so on down to
 * something eligible. Remembers the best content for each missing skill. Not thread-safe.
 */
public final class Bridges {
    /** The graphs are acyclic, but contents and skills alternate; no sensible chain is longer. */
    private static final int MAX_STEPS = 12;

    private static final int UNKNOWN = -2;
    private static final int NONE = -1;

    private final LearnerContext context;
    private final CatalogIndex index;
    private final Eligibility rules;
    private final int[] bestOfSkill;

    /** Prepares the search for one learner. */
    public Bridges(LearnerContext context, Eligibility rules) {
        this.context = context;
        this.index = context.state().index();
        this.rules = rules;
        this.bestOfSkill = new int[index.skillCount()];
        Arrays.fill(bestOfSkill, UNKNOWN);
    }

    /** Returns an eligible content that opens the way to {@code content}, or empty when there is none. */
    public OptionalInt towards(int content) {
        int at = content;
        for (int step = 0; step < MAX_STEPS; step++) {
            OptionalInt next = rules.unmetContent(at);
            if (next.isEmpty()) {
                OptionalInt skill = rules.unmetSkill(at);
                if (skill.isEmpty()) {
                    return OptionalInt.empty();
                }
                next = best(skill.getAsInt());
            }
            if (next.isEmpty()) {
                return OptionalInt.empty();
            }
            at = next.getAsInt();
            if (rules.eligible(at)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt best(int skill) {
        if (bestOfSkill[skill] == UNKNOWN) {
            bestOfSkill[skill] = find(skill);
        }
        return bestOfSkill[skill] == NONE ? OptionalInt.empty() : OptionalInt.of(bestOfSkill[skill]);
    }

    private int find(int skill) {
        float level = context.state().levels().level()[skill];
        int best = NONE;
        double bestScore = -1;
        for (int content : index.contentsOf(skill)) {
            var row = index.content(content);
            if (row.mainSkill() != skill
                    || row.levelTo() <= level
                    || !rules.showable().test(content)) {
                continue;
            }
            double tooHard = Math.max(0, row.levelFrom() - level) / 10;
            double score = (1 + PopularGenerator.score(context.statistics(), content)) * Math.exp(-tooHard);
            if (score > bestScore) {
                bestScore = score;
                best = content;
            }
        }
        return best;
    }
}
