package dev.skillpod.core.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to learn from.
 *
 * @param id stable identifier, unique in the catalogue
 * @param type its form
 * @param title its title
 * @param description a few sentences, or null
 * @param provider who offers it, or null
 * @param url where it is, or null
 * @param skills what it teaches, the main skill first; may be empty for imported contents
 * @param levelFrom the level of the main skill from which on it is useful, in [0, 100]
 * @param levelTo the level it leads to, in [levelFrom, 100]
 * @param durationMinutes how long it takes, at least 1, or null when unknown
 * @param prerequisiteIds contents that should be finished first
 * @param source where the row comes from
 */
public record Content(
        String id,
        ContentType type,
        String title,
        @Nullable String description,
        @Nullable String provider,
        @Nullable String url,
        List<SkillWeight> skills,
        int levelFrom,
        int levelTo,
        @Nullable Integer durationMinutes,
        List<String> prerequisiteIds,
        DataSource source) {
    public Content {
        skills = List.copyOf(skills);
        prerequisiteIds = List.copyOf(prerequisiteIds);
    }

    /** Returns what the content says of itself, title first, as one text for search and embedding. */
    public String text() {
        return description == null || description.isBlank() ? title : title + ". " + description;
    }
}
