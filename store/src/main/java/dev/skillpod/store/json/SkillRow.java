package dev.skillpod.store.json;

import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import java.util.List;
import java.util.Objects;

/** A skill: {@code skill_id, name}; optional {@code area, aliases, description, data_source}. */
public final class SkillRow {
    /** All fields. */
    public static final List<String> FIELDS =
            List.of("skill_id", "name", "area", "aliases", "description", "data_source");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("skill_id", "name");

    private SkillRow() {}

    /**
     * Reads a row.
     *
     * @param area the area of a row that names none
     * @param source the source of a row that names none
     */
    public static Checked<Skill> read(Fields row, String area, DataSource source) {
        String id = row.id("skill_id");
        String name = row.text("name", Texts.MAX_NAME);
        String ownArea = row.optionalText("area", Texts.MAX_NAME);
        List<String> aliases = row.texts("aliases", Texts.MAX_NAME);
        String description = row.optionalText("description", Texts.MAX_TEXT);
        DataSource ownSource = row.optionalOne("data_source", DataSource.class);
        return row.check(() -> new Skill(
                id,
                name,
                Objects.requireNonNullElse(ownArea, area),
                aliases,
                Objects.requireNonNullElse(description, ""),
                Objects.requireNonNullElse(ownSource, source)));
    }
}
