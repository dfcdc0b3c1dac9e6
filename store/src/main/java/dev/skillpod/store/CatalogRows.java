package dev.skillpod.store;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the catalogue's tables; a record's children are replaced as a whole. */
final class CatalogRows {
    private CatalogRows() {}

    static void writeSkills(Handle handle, Collection<Skill> skills) {
        var rows = handle.prepareBatch("INSERT INTO skills (id, name, area, description, data_source)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, area = excluded.area,"
                + " description = excluded.description, data_source = excluded.data_source, updated_at = now()");
        var aliases = handle.prepareBatch("INSERT INTO skill_aliases (skill_id, place, alias) VALUES (?, ?, ?)");
        for (Skill skill : skills) {
            rows.add(skill.id(), skill.name(), skill.area(), skill.description(), skill.source());
            children(aliases, skill.id(), skill.aliases());
        }
        execute(rows);
        clear(
                handle,
                "skill_aliases",
                "skill_id",
                skills.stream().map(Skill::id).toList());
        execute(aliases);
    }

    static void writeRoles(Handle handle, Collection<Role> roles) {
        var rows = handle.prepareBatch("INSERT INTO roles (id, title, area, description, data_source)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
                + " area = excluded.area, description = excluded.description, data_source = excluded.data_source,"
                + " updated_at = now()");
        var aliases = handle.prepareBatch("INSERT INTO role_aliases (role_id, place, alias) VALUES (?, ?, ?)");
        var skills = handle.prepareBatch("INSERT INTO role_skills (role_id, place, skill_id, required_level,"
                + " importance) VALUES (?, ?, ?, ?, ?)");
        for (Role role : roles) {
            rows.add(role.id(), role.title(), role.area(), role.description(), role.source());
            children(aliases, role.id(), role.aliases());
            for (int i = 0; i < role.requirements().size(); i++) {
                var requirement = role.requirements().get(i);
                skills.add(role.id(), i, requirement.skillId(), requirement.requiredLevel(), requirement.importance());
            }
        }
        execute(rows);
        List<String> ids = roles.stream().map(Role::id).toList();
        clear(handle, "role_aliases", "role_id", ids);
        clear(handle, "role_skills", "role_id", ids);
        execute(aliases);
        execute(skills);
    }

    static void writeContents(Handle handle, Collection<Content> contents) {
        var rows = handle.prepareBatch("INSERT INTO contents (id, type, title, description, provider, url, level_from,"
                + " level_to, duration_minutes, data_source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET type = excluded.type, title = excluded.title,"
                + " description = excluded.description, provider = excluded.provider, url = excluded.url,"
                + " level_from = excluded.level_from, level_to = excluded.level_to,"
                + " duration_minutes = excluded.duration_minutes, data_source = excluded.data_source,"
                + " updated_at = now()");
        var skills = handle.prepareBatch(
                "INSERT INTO content_skills (content_id, place, skill_id, weight) VALUES (?, ?, ?, ?)");
        var prerequisites = handle.prepareBatch(
                "INSERT INTO content_prerequisites (content_id, place, requires_content_id) VALUES (?, ?, ?)");
        for (Content content : contents) {
            rows.bind(0, content.id())
                    .bind(1, content.type())
                    .bind(2, content.title())
                    .bind(3, content.description())
                    .bind(4, content.provider())
                    .bind(5, content.url())
                    .bind(6, content.levelFrom())
                    .bind(7, content.levelTo())
                    .bind(8, content.durationMinutes())
                    .bind(9, content.source())
                    .add();
            for (int i = 0; i < content.skills().size(); i++) {
                var weight = content.skills().get(i);
                skills.add(content.id(), i, weight.skillId(), weight.weight());
            }
            children(prerequisites, content.id(), content.prerequisiteIds());
        }
        execute(rows);
        List<String> ids = contents.stream().map(Content::id).toList();
        clear(handle, "content_skills", "content_id", ids);
        clear(handle, "content_prerequisites", "content_id", ids);
        execute(skills);
        execute(prerequisites);
    }

    static void writePrerequisites(
            Handle handle, Collection<String> cleared, Collection<Prerequisite> edges, DataSource source) {
        clear(handle, "prerequisites", "skill_id", List.copyOf(cleared));
        var rows = handle.prepareBatch("INSERT INTO prerequisites (skill_id, requires_skill_id, required_level,"
                + " data_source) VALUES (?, ?, ?, ?) ON CONFLICT (skill_id, requires_skill_id) DO UPDATE SET"
                + " required_level = excluded.required_level, data_source = excluded.data_source");
        edges.forEach(edge -> rows.add(edge.skillId(), edge.requiresSkillId(), edge.requiredLevel(), source));
        execute(rows);
    }

    private static void children(PreparedBatch batch, String id, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            batch.add(id, i, values.get(i));
        }
    }

    private static void clear(Handle handle, String table, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            handle.execute("DELETE FROM " + table + " WHERE " + key + " = ANY(CAST(? AS text[]))", (Object)
                    ids.toArray(String[]::new));
        }
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
        batch.close();
    }
}
