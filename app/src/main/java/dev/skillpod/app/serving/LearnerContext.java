package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Proficiency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of a learner, to be laid over what is stored: a skill in the request wins over the same skill in the
 * store, any other field wins when it is given, and the request's signals join the stored ones.
 *
 * @param skills levels; when a skill occurs twice the later one counts
 * @param careerGoals goals; empty leaves the stored ones
 * @param targetRole role worked towards, or null for the stored one
 * @param experienceLevel experience, or null for the stored one
 * @param learningStyle preferred way of learning, or null for the stored one
 * @param weeklyLearningHours hours a week in [1, 80], or null for the stored ones
 * @param recentSignals market activity, in any order
 */
public record LearnerContext(
        List<LearnerSkill> skills,
        List<String> careerGoals,
        @Nullable String targetRole,
        @Nullable Proficiency experienceLevel,
        @Nullable LearningStyle learningStyle,
        @Nullable Integer weeklyLearningHours,
        List<MarketSignal> recentSignals) {
    public LearnerContext {
        skills = List.copyOf(skills);
        careerGoals = List.copyOf(careerGoals);
        recentSignals = List.copyOf(recentSignals);
    }

    /** Returns this alone as a profile. */
    public LearnerProfile profile() {
        return over(LearnerProfile.empty());
    }

    /** Returns the stored history with this laid over it; signals are in time order. */
    public LearnerHistory over(LearnerHistory stored) {
        List<MarketSignal> signals = stored.signals();
        if (!recentSignals.isEmpty()) {
            signals = new ArrayList<>(signals);
            signals.addAll(recentSignals);
            signals.sort(Comparator.comparing(MarketSignal::occurredAt));
        }
        return new LearnerHistory(
                stored.learner(),
                over(stored.profile()),
                stored.engagements(),
                stored.assessments(),
                signals,
                stored.outcomes(),
                stored.answers());
    }

    private LearnerProfile over(LearnerProfile stored) {
        var merged = new LinkedHashMap<String, LearnerSkill>();
        stored.skills().forEach(s -> merged.put(s.skillId(), s));
        skills.forEach(s -> merged.put(s.skillId(), s));
        return new LearnerProfile(
                List.copyOf(merged.values()),
                careerGoals.isEmpty() ? stored.careerGoals() : careerGoals,
                targetRole == null ? stored.targetRole() : targetRole,
                experienceLevel == null ? stored.experienceLevel() : experienceLevel,
                learningStyle == null ? stored.learningStyle() : learningStyle,
                weeklyLearningHours == null ? stored.weeklyLearningHours() : weeklyLearningHours);
    }
}
