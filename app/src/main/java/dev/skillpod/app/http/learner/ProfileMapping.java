package dev.skillpod.app.http.learner;

import dev.skillpod.app.http.validation.Characters;
import dev.skillpod.app.serving.LearnerContext;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Proficiency;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns checked requests into the domain's words. */
public final class ProfileMapping {
    private ProfileMapping() {}

    /** Returns what a request says of a learner; skills become ids, and what cannot is warned of in {@code names}. */
    public static LearnerContext context(ProfileFields fields, List<MarketSignal> signals, SkillNames names) {
        return new LearnerContext(
                skills(fields, names),
                orEmpty(fields.careerGoals()).stream()
                        .filter(goal -> !Characters.blank(goal))
                        .toList(),
                blankToNull(fields.targetRole()),
                fields.experienceLevel() == null ? null : Proficiency.valueOf(fields.experienceLevel()),
                fields.preferredLearningStyle() == null ? null : LearningStyle.valueOf(fields.preferredLearningStyle()),
                fields.weeklyLearningHours(),
                signals);
    }

    /** Returns the list, or an empty one for null. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<LearnerSkill> skills(ProfileFields fields, SkillNames names) {
        var byId = new LinkedHashMap<String, LearnerSkill>();
        for (SkillLevel skill : orEmpty(fields.skills())) {
            String id = names.idOf(skill.skillId(), skill.skillName());
            var level = new LearnerSkill(id, skill.currentLevel(), skill.yearsExperience());
            if (byId.put(id, level) != null) {
                names.warn("skill '" + id + "' was given twice; the later level counts");
            }
        }
        return List.copyOf(byId.values());
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || Characters.blank(text) ? null : text;
    }
}
