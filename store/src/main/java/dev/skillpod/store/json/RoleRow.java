package dev.skillpod.store.json;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A role: {@code role_id, title}; optional {@code area, aliases, description, data_source} and {@code skills} with {@code
 * skill_id, required_level} in [0, 100] (70 when missing) and {@code importance} in [0, 1] (0.5 when missing).
 */
public final class RoleRow {
    /** All fields. */
    public static final List<String> FIELDS =
            List.of("role_id", "title", "area", "aliases", "description", "skills", "data_source");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("role_id", "title");

    /** The level asked for where a requirement names none. */
    public static final int DEFAULT_LEVEL = 70;

    /** The importance where a requirement names none. */
    public static final double DEFAULT_IMPORTANCE = 0.5;

    private RoleRow() {}

    /**
     * Reads a row.
     *
     * @param area the area of a row that names none
     * @param source the source of a row that names none
     */
    public static Checked<Role> read(Fields row, String area, DataSource source) {
        String id = row.id("role_id");
        String title = row.text("title", Texts.MAX_NAME);
        String ownArea = row.optionalText("area", Texts.MAX_NAME);
        List<String> aliases = row.texts("aliases", Texts.MAX_NAME);
        String description = row.optionalText("description", Texts.MAX_TEXT);
        DataSource ownSource = row.optionalOne("data_source", DataSource.class);
        var requirements = new ArrayList<SkillRequirement>();
        var seen = new HashSet<String>();
        for (Fields skill : row.objects("skills", "skill_id", "required_level", "importance")) {
            SkillRequirement requirement = requirement(skill);
            if (!seen.add(requirement.skillId())) {
                skill.reject("skill_id", "must occur once", Texts.quoted(requirement.skillId()));
            }
            requirements.add(requirement);
        }
        return row.check(() -> new Role(
                id,
                title,
                Objects.requireNonNullElse(ownArea, area),
                aliases,
                Objects.requireNonNullElse(description, ""),
                requirements,
                Objects.requireNonNullElse(ownSource, source)));
    }

    static SkillRequirement requirement(Fields skill) {
        Double importance = skill.optionalNumber("importance", Range.UNIT);
        return new SkillRequirement(
                skill.id("skill_id"),
                skill.integer("required_level", 0, 100, DEFAULT_LEVEL),
                importance == null ? DEFAULT_IMPORTANCE : importance);
    }
}
