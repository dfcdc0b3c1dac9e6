package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Proficiency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles as rows of the table {@code learners}: checking, writing, reading. */
final class ProfileRows {
    /** The columns of a profile, in the order in which {@link #read} takes them. */
    static final String COLUMNS =
            "skills, career_goals, target_role, experience_level, learning_style, weekly_learning_hours";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProfileRows() {}

    static void check(LearnerProfile profile, FieldCheck field) {
        var seen = new HashSet<String>();
        for (LearnerSkill skill : profile.skills()) {
            field.id("skills.skillId", skill.skillId())
                    .range("skills.level", skill.level(), 0, 100)
                    .atLeast("skills.yearsExperience", skill.yearsExperience(), 0);
            if (!seen.add(skill.skillId())) {
                throw field.refuse("skills", "must name a skill once, twice: " + skill.skillId());
            }
        }
        field.texts("careerGoals", profile.careerGoals()).optionalText("targetRole", profile.targetRole());
    }

    static String skillsJson(LearnerProfile profile) {
        var array = JSON.createArrayNode();
        for (LearnerSkill skill : profile.skills()) {
            var object = array.addObject().put("skill_id", skill.skillId()).put("level", skill.level());
            if (skill.yearsExperience() != null) {
                object.put("years", skill.yearsExperience());
            }
        }
        return JSON.writeValueAsString(array);
    }

    static String goalsJson(LearnerProfile profile) {
        return JSON.writeValueAsString(profile.careerGoals());
    }

    /** Reads a profile whose first column is {@code first}. */
    static LearnerProfile read(ResultSet row, int first) throws SQLException {
        String experience = row.getString(first + 3);
        String style = row.getString(first + 4);
        return new LearnerProfile(
                skills(row.getString(first)),
                goals(row.getString(first + 1)),
                row.getString(first + 2),
                experience == null ? null : Proficiency.valueOf(experience),
                style == null ? null : LearningStyle.valueOf(style),
                row.getInt(first + 5));
    }

    private static List<LearnerSkill> skills(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        var skills = new ArrayList<LearnerSkill>();
        for (JsonNode skill : JSON.readTree(json)) {
            skills.add(new LearnerSkill(
                    skill.get("skill_id").asString(), skill.get("level").asInt(), years(skill.get("years"))));
        }
        return skills;
    }

    private static @Nullable Double years(@Nullable JsonNode years) {
        return years == null ? null : years.asDouble();
    }

    private static List<String> goals(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        var goals = new ArrayList<String>();
        JSON.readTree(json).forEach(goal -> goals.add(goal.asString()));
        return goals;
    }
}
