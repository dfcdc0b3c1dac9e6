package dev.skillpod.core.gap.requirement;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.util.List;
import java.util.OptionalInt;

/** Finds the role that a learner says to work towards. */
public final class TargetRole {
    private TargetRole() {}

    /**
     * Returns the role that the target role or the career goals mean. Skills and market activity have no say: they are evidence
     * of their own, and a skill learnt must not change the goal.
     */
    public static OptionalInt of(LearnerHistory learner, RoleMatcher roles) {
        LearnerProfile said = learner.profile();
        var wish = new LearnerProfile(
                List.of(), said.careerGoals(), said.targetRole(), null, null, LearnerProfile.DEFAULT_WEEKLY_HOURS);
        return roles.match(LearnerHistory.of(learner.learner(), wish));
    }
}
