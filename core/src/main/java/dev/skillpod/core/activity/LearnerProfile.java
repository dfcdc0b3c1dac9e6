package dev.skillpod.core.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner says of themselves.
 *
 * @param skills levels by skill; a skill occurs once
 * @param careerGoals goals in the learner's words
 * @param targetRole the role worked towards, as an id, a title or free text, or null
 * @param experienceLevel overall experience, or null
 * @param learningStyle preferred way of learning, or null
 * @param weeklyLearningHours hours a week for learning, in [1, 80]
 */
public record LearnerProfile(
        List<LearnerSkill> skills,
        List<String> careerGoals,
        @Nullable String targetRole,
        @Nullable Proficiency experienceLevel,
        @Nullable LearningStyle learningStyle,
        int weeklyLearningHours) {
    /** Hours a week where a learner says nothing. */
    public static final int DEFAULT_WEEKLY_HOURS = 10;

    private static final LearnerProfile EMPTY =
            new LearnerProfile(List.of(), List.of(), null, null, null, DEFAULT_WEEKLY_HOURS);

    public LearnerProfile {
        skills = List.copyOf(skills);
        careerGoals = List.copyOf(careerGoals);
        if (weeklyLearningHours < 1 || weeklyLearningHours > 80) {
            throw new IllegalArgumentException("weeklyLearningHours must be in [1, 80], was " + weeklyLearningHours);
        }
    }

    /** Returns the profile of a learner who says nothing. */
    public static LearnerProfile empty() {
        return EMPTY;
    }
}
