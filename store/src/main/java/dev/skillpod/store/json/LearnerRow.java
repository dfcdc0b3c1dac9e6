package dev.skillpod.store.json;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Proficiency;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A learner and what they say of themselves: the fields of the wire contract's {@code user_context}.
 *
 * @param learner who
 * @param profile what they say
 */
public record LearnerRow(LearnerKey learner, LearnerProfile profile) {
    /** All fields. */
    public static final List<String> FIELDS = List.of(
            "tenant_id",
            "user_id",
            "skills",
            "career_goals",
            "target_role",
            "experience_level",
            "preferred_learning_style",
            "weekly_learning_hours");

    /** The fields that every row needs when the caller has a tenant. */
    public static final List<String> REQUIRED = List.of("user_id");

    /**
     * Reads a row.
     *
     * @param tenant the tenant of rows that name none, or null when each must name its own
     */
    public static Checked<LearnerRow> read(Fields row, @Nullable String tenant) {
        LearnerKey learner = key(row, tenant);
        var skills = new ArrayList<LearnerSkill>();
        var seen = new HashSet<String>();
        for (Fields skill : row.objects("skills", "skill_id", "current_level", "years_experience")) {
            String id = skill.id("skill_id");
            if (!seen.add(id)) {
                skill.reject("skill_id", "must occur once", Texts.quoted(id));
            }
            skills.add(new LearnerSkill(
                    id,
                    skill.integer("current_level", 0, 100),
                    skill.optionalNumber("years_experience", Range.closed(0, 100))));
        }
        List<String> goals = row.texts("career_goals", Texts.MAX_NAME);
        String role = row.optionalText("target_role", Texts.MAX_NAME);
        Proficiency level = row.optionalOne("experience_level", Proficiency.class);
        LearningStyle style = row.optionalOne("preferred_learning_style", LearningStyle.class);
        int hours = row.integer("weekly_learning_hours", 1, 80, LearnerProfile.DEFAULT_WEEKLY_HOURS);
        return row.check(() -> new LearnerRow(learner, new LearnerProfile(skills, goals, role, level, style, hours)));
    }

    /** Reads {@code tenant_id} and {@code user_id}. */
    static LearnerKey key(Fields row, @Nullable String tenant) {
        String own = tenant == null ? row.id("tenant_id") : row.optionalId("tenant_id");
        return new LearnerKey(own == null ? String.valueOf(tenant) : own, row.id("user_id"));
    }
}
