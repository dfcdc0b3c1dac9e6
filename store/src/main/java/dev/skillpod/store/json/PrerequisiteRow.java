package dev.skillpod.store.json;

import dev.skillpod.core.catalog.Prerequisite;
import java.util.List;

/** A prerequisite: {@code skill_id, requires_skill_id, required_level}, the level an integer in [0, 100]. */
public final class PrerequisiteRow {
    /** All fields. */
    public static final List<String> FIELDS = List.of("skill_id", "requires_skill_id", "required_level");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = FIELDS;

    private PrerequisiteRow() {}

    /** Reads a row. */
    public static Checked<Prerequisite> read(Fields row) {
        String skill = row.id("skill_id");
        String requires = row.id("requires_skill_id");
        int level = row.integer("required_level", 0, 100);
        if (!skill.isEmpty() && skill.equals(requires)) {
            row.reject("requires_skill_id", "must differ from skill_id", Texts.quoted(requires));
        }
        return row.check(() -> new Prerequisite(skill, requires, level));
    }
}
