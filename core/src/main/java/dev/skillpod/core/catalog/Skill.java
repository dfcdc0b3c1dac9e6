package dev.skillpod.core.catalog;

import java.util.List;

/**
 * Something one can be more or less good at.
 *
 * @param id stable identifier, unique in the catalogue
 * @param name the name people use
 * @param area the field it belongs to, such as {@code Data and AI}
 * @param aliases other spellings people type
 * @param description one sentence
 * @param source where the row comes from
 */
public record Skill(String id, String name, String area, List<String> aliases, String description, DataSource source) {
    public Skill {
        aliases = List.copyOf(aliases);
    }
}
