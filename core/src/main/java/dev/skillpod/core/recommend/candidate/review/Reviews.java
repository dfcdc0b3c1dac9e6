package dev.skillpod.core.recommend.candidate.review;

import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.tracing.memory.SkillMemory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which skills of a learner are to be reviewed now, and which contents do that. Stateless and thread-safe. */
public final class Reviews {
    /** Levels that a review may begin above the learner's. */
    private static final float ABOVE = 5;

    private static final Set<ContentType> QUESTIONS = Set.of(ContentType.QUIZ, ContentType.ASSESSMENT);

    private Reviews() {}

    /** Returns the skills of the catalogue whose review is due, the most forgotten first. */
    public static List<SkillMemory> due(LearnerState state) {
        return state.memory().all().stream()
                .filter(SkillMemory::due)
                .filter(memory ->
                        state.index().catalog().skillIndex(memory.skillId()).isPresent())
                .sorted(Comparator.comparingDouble(SkillMemory::forgotten)
                        .reversed()
                        .thenComparing(SkillMemory::skillId))
                .toList();
    }

    /** Returns what a content refreshes: its main skill, when that is due and the content does not begin above the learner. */
    public static Optional<SkillMemory> of(LearnerState state, int content) {
        var row = state.index().content(content);
        int main = row.mainSkill();
        if (main < 0 || row.levelFrom() > state.levels().level()[main] + ABOVE) {
            return Optional.empty();
        }
        return state.memory()
                .of(state.index().catalog().skills().get(main).id())
                .filter(SkillMemory::due);
    }

    /** Returns the order in which contents suit the review of their main skill: questions first, then the nearest level, the shortest. */
    public static Comparator<Integer> order(LearnerState state) {
        return Comparator.<Integer>comparingInt(c -> asksQuestions(state, c) ? 0 : 1)
                .thenComparingDouble(c -> Math.abs(state.index().content(c).levelTo()
                        - state.levels().level()[state.index().content(c).mainSkill()]))
                .thenComparingDouble(c -> state.index().content(c).minutes())
                .thenComparingInt(c -> c);
    }

    private static boolean asksQuestions(LearnerState state, int content) {
        return QUESTIONS.contains(
                ContentType.values()[state.index().content(content).type()]);
    }
}
