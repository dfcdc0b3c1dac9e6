package dev.skillpod.core.tracing.memory;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.ability.Expectation;
import dev.skillpod.core.tracing.stack.Mastery;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one learner still knows of what answers have shown, by skill. Immutable and thread-safe. */
public final class LearnerMemory {
    private static final LearnerMemory NONE = new LearnerMemory(Map.of());
    private static final double TWO_SIDED_95 = 1.96;

    private final Map<String, SkillMemory> skills;

    private LearnerMemory(Map<String, SkillMemory> skills) {
        this.skills = skills;
    }

    /** Returns the memory of a learner of whom no answers are known. */
    public static LearnerMemory none() {
        return NONE;
    }

    /** The last answer on a skill. */
    private record Last(int number, double probability, Instant at, boolean correct) {}

    /**
     * Replays answers.
     *
     * @param answers of one learner, in time order; what is not before {@code asOf} does not count
     */
    public static LearnerMemory of(TrainedTracing tracing, List<Answer> answers, Instant asOf) {
        if (answers.isEmpty()) {
            return NONE;
        }
        AbilityState state = tracing.model().abilities().newLearner();
        TrainedTracing.Numbers numbers = tracing.numbers();
        var last = new LinkedHashMap<String, Last>();
        for (Answer answer : answers) {
            if (!answer.occurredAt().isBefore(asOf)) {
                break;
            }
            Question question = numbers.question(answer);
            state.answer(question, answer.correct());
            for (int k = 0; k < question.skillCount(); k++) {
                int skill = question.skill(k);
                double after = Expectation.logistic(
                        state.mastery(skill, question.time()).mean());
                last.put(answer.skillIds().get(k), new Last(skill, after, answer.occurredAt(), answer.correct()));
            }
        }
        var skills = new LinkedHashMap<String, SkillMemory>();
        last.forEach((id, l) -> skills.put(
                id, new SkillMemory(id, mastery(state, l.number, asOf), l.probability, l.at, l.correct, asOf)));
        return new LearnerMemory(skills);
    }

    private static Mastery mastery(AbilityState state, int skill, Instant asOf) {
        Expectation now = state.mastery(skill, asOf.getEpochSecond());
        double wide = TWO_SIDED_95 * Math.sqrt(now.variance());
        return new Mastery(
                Expectation.logistic(now.mean()),
                Expectation.logistic(now.mean() - wide),
                Expectation.logistic(now.mean() + wide),
                state.practices(skill),
                state.halfLife(skill));
    }

    /** Returns what is known of a skill; empty when no answer asked for it. */
    public Optional<SkillMemory> of(String skillId) {
        return Optional.ofNullable(skills.get(skillId));
    }

    /** Returns all skills with answers, in the order of their first answer. */
    public Collection<SkillMemory> all() {
        return skills.values();
    }
}
