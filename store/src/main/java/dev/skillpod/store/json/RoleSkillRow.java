package dev.skillpod.store.json;

import dev.skillpod.core.catalog.SkillRequirement;
import java.util.List;

/**
 * A requirement of a role, written apart from it: {@code role_id, skill_id}; optional {@code required_level, importance} as
 * in {@link RoleRow}.
 *
 * @param roleId the role
 * @param requirement what it asks of a skill
 */
public record RoleSkillRow(String roleId, SkillRequirement requirement) {
    /** All fields. */
    public static final List<String> FIELDS = List.of("role_id", "skill_id", "required_level", "importance");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("role_id", "skill_id");

    /** Reads a row. */
    public static Checked<RoleSkillRow> read(Fields row) {
        String role = row.id("role_id");
        SkillRequirement requirement = RoleRow.requirement(row);
        return row.check(() -> new RoleSkillRow(role, requirement));
    }
}
