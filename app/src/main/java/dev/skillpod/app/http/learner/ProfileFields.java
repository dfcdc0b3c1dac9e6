package dev.skillpod.app.http.learner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request can say of a learner besides who it is. */
public interface ProfileFields {
    /** The most skills of one learner. */
    int MOST_SKILLS = 500;

    /** The most goals of one learner. */
    int MOST_GOALS = 50;

    @Nullable
    List<SkillLevel> skills();

    @Nullable
    List<String> careerGoals();

    @Nullable
    String targetRole();

    @Nullable
    String experienceLevel();

    @Nullable
    String preferredLearningStyle();

    @Nullable
    Integer weeklyLearningHours();
}
