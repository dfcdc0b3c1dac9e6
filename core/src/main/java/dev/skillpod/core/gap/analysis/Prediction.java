package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What learning a skill would change.
 *
 * @param skillId the skill
 * @param skillName its name
 * @param currentLevel the learner's level now, in [0, 100], or null when it is not about one learner
 * @param targetLevel the level that is reached, in [0, 100], or null for ten levels more
 * @param value what changes of the probability of being hired, or null where the log supports no estimate
 * @param pay by how many percent the median pay offered changes, or null where postings say too little; there without {@code value}
 *     where no outcomes are known
 */
public record Prediction(
        String skillId,
        String skillName,
        @Nullable Double currentLevel,
        @Nullable Double targetLevel,
        @Nullable ClosingValue value,
        @Nullable Interval pay) {}
