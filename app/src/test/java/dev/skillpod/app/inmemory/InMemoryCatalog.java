package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.CatalogWriter;
import dev.skillpod.app.serving.SkillEntry;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A catalogue in memory that begins with a few rows. */
public final class InMemoryCatalog implements CatalogSource, CatalogWriter {
    private final Map<String, SkillEntry> skills = new LinkedHashMap<>();
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private volatile Catalog catalog = Catalog.empty();

    /** Fills it. */
    public InMemoryCatalog() {
        putSkills(List.of(
                skill("python", "Python", List.of("Py", "Python 3")),
                skill("sql", "SQL", List.of("Structured Query Language")),
                skill("javascript", "JavaScript", List.of("JS", "ECMAScript")),
                skill("django", "Django", List.of(), new Prerequisite("django", "python", 40))));
        putRoles(List.of(new Role(
                "backend-engineer",
                "Backend Engineer",
                "Software Engineering",
                List.of("Back-end Developer"),
                "Builds services.",
                List.of(new SkillRequirement("python", 70, 0.9), new SkillRequirement("sql", 60, 0.7)),
                DataSource.SYNTHETIC)));
        putContents(List.of(
                content("se-001", ContentType.COURSE, "Django from First View to Production", "django", 540),
                content("se-002", ContentType.ARTICLE, "Why Your Joins Are Slow", "sql", 12),
                content("se-003", ContentType.VIDEO, "Generators, Slowly", "python", null)));
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public synchronized Upserted putSkills(List<SkillEntry> entries) {
        return put(skills, entries, e -> e.skill().id());
    }

    @Override
    public synchronized Upserted putRoles(List<Role> rows) {
        return put(roles, rows, Role::id);
    }

    @Override
    public synchronized Upserted putContents(List<Content> rows) {
        return put(contents, rows, Content::id);
    }

    private <T> Upserted put(Map<String, T> all, List<T> rows, Function<T, String> id) {
        int before = all.size();
        rows.forEach(row -> all.put(id.apply(row), row));
        int created = all.size() - before;
        catalog = new Catalog(
                skills.values().stream().map(SkillEntry::skill).toList(),
                skills.values().stream()
                        .flatMap(e -> e.prerequisites().stream())
                        .toList(),
                roles.values(),
                contents.values());
        return new Upserted(created, rows.size() - created);
    }

    private static SkillEntry skill(String id, String name, List<String> aliases, Prerequisite... prerequisites) {
        var skill = new Skill(id, name, "Software Engineering", aliases, name + ".", DataSource.SYNTHETIC);
        return new SkillEntry(skill, List.of(prerequisites));
    }

    private static Content content(String id, ContentType type, String title, String skill, Integer minutes) {
        return new Content(
                id,
                type,
                title,
                null,
                "Northlight Academy",
                null,
                List.of(new SkillWeight(skill, 1)),
                10,
                60,
                minutes,
                List.of(),
                DataSource.SYNTHETIC);
    }
}
