package dev.skillpod.store.json;

import static java.util.Objects.requireNonNull;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * A content: {@code content_id, content_type, title}; optional {@code description, provider, url, data_source}, {@code
 * skills} with {@code skill_id} and {@code weight} in (0, 1] (equal shares when missing), {@code level_from} (0) and {@code
 * level_to} (100) in [0, 100], {@code duration_minutes}, {@code prerequisite_content_ids}.
 */
public final class ContentRow {
    /** All fields. */
    public static final List<String> FIELDS = List.of(
            "content_id",
            "content_type",
            "title",
            "description",
            "provider",
            "url",
            "skills",
            "level_from",
            "level_to",
            "duration_minutes",
            "prerequisite_content_ids",
            "data_source");

    /** The fields that every row needs. */
    public static final List<String> REQUIRED = List.of("content_id", "content_type", "title");

    private ContentRow() {}

    /**
     * Reads a row.
     *
     * @param source the source of a row that names none
     */
    public static Checked<Content> read(Fields row, DataSource source) {
        String id = row.id("content_id");
        ContentType type = row.one("content_type", ContentType.class);
        String title = row.text("title", Texts.MAX_NAME);
        String description = row.optionalText("description", Texts.MAX_TEXT);
        String provider = row.optionalText("provider", Texts.MAX_NAME);
        String url = row.optionalAddress("url");
        List<SkillWeight> skills = skills(row);
        int from = row.integer("level_from", 0, 100, 0);
        int to = row.integer("level_to", 0, 100, 100);
        if (to < from) {
            row.reject("level_to", "must be at least level_from (" + from + ")", Integer.toString(to));
        }
        Integer minutes = row.optionalInteger("duration_minutes", 1, Integer.MAX_VALUE);
        List<String> prerequisites =
                row.ids("prerequisite_content_ids").stream().distinct().toList();
        DataSource ownSource = row.optionalOne("data_source", DataSource.class);
        return row.check(() -> new Content(
                id,
                requireNonNull(type),
                title,
                description,
                provider,
                url,
                skills,
                from,
                to,
                minutes,
                prerequisites,
                Objects.requireNonNullElse(ownSource, source)));
    }

    private static List<SkillWeight> skills(Fields row) {
        List<Fields> rows = row.objects("skills", "skill_id", "weight");
        var skills = new ArrayList<SkillWeight>(rows.size());
        var seen = new HashSet<String>();
        for (Fields skill : rows) {
            String id = skill.id("skill_id");
            if (!seen.add(id)) {
                skill.reject("skill_id", "must occur once", Texts.quoted(id));
            }
            Double weight = skill.optionalNumber("weight", Range.POSITIVE_UNIT);
            skills.add(new SkillWeight(id, weight == null ? 1.0 / rows.size() : weight));
        }
        return skills;
    }
}
