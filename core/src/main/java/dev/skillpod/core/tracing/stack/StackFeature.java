package dev.skillpod.core.tracing.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns that trees see of a question before it is answered, in their order. Values about skills are means over the
 * asked ones; NaN means that there is nothing to know yet.
 *
 * <p>"Surprise" is 1 or 0 for an answer, less the probability the ability model gave it.
 */
enum StackFeature {
    /** Log-odds of the recurrent network. */
    RECURRENT_LOGIT,
    /** Log-odds of the ability model. */
    ABILITY_LOGIT,
    ITEM_EASINESS,
    SKILL_EASINESS,
    /** Answers the item's easiness rests on. */
    ITEM_COUNT,
    SKILL_TRAINING_COUNT,
    ITEM_RATE,
    GENERAL_ABILITY,
    SKILL_ABILITY,
    MOOD,
    GENERAL_VARIANCE,
    SKILL_VARIANCE,
    /** The learner's answers so far. */
    ANSWERS,
    RATE,
    MEAN_SURPRISE,
    RECENT_SURPRISE,
    RECENTER_SURPRISE,
    LONG_SURPRISE,
    RUN,
    PATTERN,
    SURPRISE_1,
    SURPRISE_2,
    SURPRISE_3,
    SKILL_ANSWERS,
    SKILL_CORRECT,
    SKILL_WRONG,
    SKILL_RATE,
    SKILL_MEAN_SURPRISE,
    SKILL_RECENT_SURPRISE,
    SKILL_RECENTER_SURPRISE,
    SKILL_RUN,
    SKILL_PATTERN,
    SKILL_FIRST_SURPRISE,
    /** Answers since the skill's last one. */
    SKILL_LAG,
    /** Time since the skill's last practice, in half-lives. */
    SKILL_HALF_LIVES,
    /** Answers since a block with common skills began; 0 when the question begins one. */
    BLOCK,
    BLOCK_CORRECT,
    BLOCK_WRONG,
    SKILLS_PRACTISED,
    ITEM_SEEN,
    ITEM_LAST_CORRECT,
    ITEM_LAG,
    /** How often the answer before this item is correct. */
    CORRECT_BEFORE_ITEM,
    SAME_SKILL_BEFORE_ITEM,
    /** Mean surprise on this item right after the last answer; and if that had gone the other way. */
    PAIR_SURPRISE,
    PAIR_COUNT,
    OTHER_PAIR_SURPRISE,
    OTHER_PAIR_COUNT,
    /** Mean surprise on this skill right after the last answer on another. */
    SKILL_PAIR_SURPRISE,
    SKILL_PAIR_COUNT;

    /** Returns the columns' names for a tree table. */
    static List<String> names() {
        return Arrays.stream(values())
                .map(feature -> feature.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
