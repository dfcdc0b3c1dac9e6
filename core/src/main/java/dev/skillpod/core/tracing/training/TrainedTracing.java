package dev.skillpod.core.tracing.training;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.level.AnswerLevels;
import dev.skillpod.core.tracing.level.LevelScale;
import dev.skillpod.core.tracing.stack.StackedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tracing model with the ids of its items and skills. Immutable and thread-safe. */
public final class TrainedTracing implements TrainedModel {
    private final List<String> itemIds;
    private final List<String> skillIds;
    private final StackedModel model;
    private final @Nullable LevelScale scale;
    private final Map<String, Integer> items;
    private final Map<String, Integer> skills;

    /**
     * Puts a model together.
     *
     * @param itemIds ids by the model's numbers
     * @param skillIds ids by the model's numbers
     * @param scale how answers and levels belong together, or null when nothing says so
     * @throws IllegalArgumentException when ids and model do not belong together
     */
    public TrainedTracing(List<String> itemIds, List<String> skillIds, StackedModel model, @Nullable LevelScale scale) {
        this.itemIds = List.copyOf(itemIds);
        this.skillIds = List.copyOf(skillIds);
        this.model = model;
        this.scale = scale;
        this.items = numbers("items", itemIds, model.abilities().difficulties().items());
        this.skills =
                numbers("skills", skillIds, model.abilities().difficulties().skills());
        if (scale != null && scale.skills().size() != skillIds.size()) {
            throw new IllegalArgumentException("the scale must know " + skillIds.size() + " skills, knew "
                    + scale.skills().size());
        }
    }

    private static Map<String, Integer> numbers(String what, List<String> ids, int expected) {
        var numbers = new HashMap<String, Integer>();
        for (String id : ids) {
            numbers.putIfAbsent(id, numbers.size());
        }
        if (ids.size() != expected || numbers.size() != expected) {
            throw new IllegalArgumentException("the model knows " + expected + " " + what + ", the ids were "
                    + ids.size() + ", " + numbers.size() + " of them different");
        }
        return numbers;
    }

    /** Returns the ids of the items, by the model's numbers. */
    public List<String> itemIds() {
        return itemIds;
    }

    /** Returns the ids of the skills, by the model's numbers. */
    public List<String> skillIds() {
        return skillIds;
    }

    /** Returns the model. */
    public StackedModel model() {
        return model;
    }

    /** Returns how answers and levels belong together; empty when no levels were measured beside answers. */
    public Optional<LevelScale> scale() {
        return Optional.ofNullable(scale);
    }

    /** Returns what moves levels by answers; empty without a scale. */
    public Optional<AnswerLevels> answerLevels() {
        return scale().map(s -> new AnswerLevels(s, model.abilities().difficulties()));
    }

    /** Returns what numbers the answers of one learner. */
    public Numbers numbers() {
        return new Numbers();
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    /** Turns answers of one learner into questions; ids that the model does not know get numbers beyond its own. Not thread-safe. */
    public final class Numbers {
        private final Map<String, Integer> unknownSkills = new HashMap<>();

        private Numbers() {}

        /** Returns the question of an answer. */
        public Question question(Answer answer) {
            var numbers = new int[answer.skillIds().size()];
            for (int k = 0; k < numbers.length; k++) {
                numbers[k] = skill(answer.skillIds().get(k));
            }
            int item = items.getOrDefault(answer.itemId(), items.size());
            return Question.of(item, numbers, Math.max(0, answer.occurredAt().getEpochSecond()));
        }

        /** Returns the number of a skill. */
        public int skill(String skillId) {
            Integer known = skills.get(skillId);
            return known != null
                    ? known
                    : unknownSkills.computeIfAbsent(skillId, id -> skills.size() + unknownSkills.size());
        }
    }
}
