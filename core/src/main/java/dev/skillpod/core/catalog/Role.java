package dev.skillpod.core.catalog;

import java.util.List;

/**
 * A kind of work, and the skills it takes.
 *
 * @param id stable identifier, unique in the catalogue
 * @param title the title people use
 * @param area the field it belongs to
 * @param aliases other titles for the same work
 * @param description one or two sentences
 * @param requirements skills with required level and importance; a skill occurs once
 * @param source where the row comes from
 */
public record Role(
        String id,
        String title,
        String area,
        List<String> aliases,
        String description,
        List<SkillRequirement> requirements,
        DataSource source) {
    public Role {
        aliases = List.copyOf(aliases);
        requirements = List.copyOf(requirements);
    }
}
