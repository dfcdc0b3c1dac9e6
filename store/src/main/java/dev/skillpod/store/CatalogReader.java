package dev.skillpod.store;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the catalogue's tables. */
final class CatalogReader {
    private CatalogReader() {}

    static Catalog load(Handle handle) {
        return new Catalog(skills(handle), prerequisites(handle), roles(handle), contents(handle));
    }

    static List<Prerequisite> prerequisites(Handle handle) {
        return handle.createQuery("SELECT skill_id, requires_skill_id, required_level FROM prerequisites"
                        + " ORDER BY skill_id, requires_skill_id")
                .map((row, context) -> new Prerequisite(row.getString(1), row.getString(2), row.getInt(3)))
                .list();
    }

    /** Returns which content requires which, in the shape that the cycle check takes. */
    static List<Prerequisite> contentPrerequisites(Handle handle) {
        return new ArrayList<>(handle.createQuery("SELECT content_id, requires_content_id FROM content_prerequisites")
                .map((row, context) -> new Prerequisite(row.getString(1), row.getString(2), 0))
                .list());
    }

    private static List<Skill> skills(Handle handle) {
        var aliases = children(
                handle, "SELECT skill_id, alias FROM skill_aliases ORDER BY skill_id, place", row -> row.getString(2));
        return handle.createQuery("SELECT id, name, area, description, data_source FROM skills ORDER BY id")
                .map((row, context) -> new Skill(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        aliases.getOrDefault(row.getString(1), List.of()),
                        row.getString(4),
                        DataSource.valueOf(row.getString(5))))
                .list();
    }

    private static List<Role> roles(Handle handle) {
        var aliases = children(
                handle, "SELECT role_id, alias FROM role_aliases ORDER BY role_id, place", row -> row.getString(2));
        var requirements = children(
                handle,
                "SELECT role_id, skill_id, required_level, importance FROM role_skills ORDER BY role_id, place",
                row -> new SkillRequirement(row.getString(2), row.getInt(3), row.getDouble(4)));
        return handle.createQuery("SELECT id, title, area, description, data_source FROM roles ORDER BY id")
                .map((row, context) -> new Role(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        aliases.getOrDefault(row.getString(1), List.of()),
                        row.getString(4),
                        requirements.getOrDefault(row.getString(1), List.of()),
                        DataSource.valueOf(row.getString(5))))
                .list();
    }

    private static List<Content> contents(Handle handle) {
        var skills = children(
                handle,
                "SELECT content_id, skill_id, weight FROM content_skills ORDER BY content_id, place",
                row -> new SkillWeight(row.getString(2), row.getDouble(3)));
        var prerequisites = children(
                handle,
                "SELECT content_id, requires_content_id FROM content_prerequisites ORDER BY content_id, place",
                row -> row.getString(2));
        return handle.createQuery("SELECT id, type, title, description, provider, url, level_from, level_to,"
                        + " duration_minutes, data_source FROM contents ORDER BY id")
                .map((row, context) -> new Content(
                        row.getString(1),
                        ContentType.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        skills.getOrDefault(row.getString(1), List.of()),
                        row.getInt(7),
                        row.getInt(8),
                        (Integer) row.getObject(9),
                        prerequisites.getOrDefault(row.getString(1), List.of()),
                        DataSource.valueOf(row.getString(10))))
                .list();
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Groups rows by their first column, keeping their order. */
    private static <T> Map<String, List<T>> children(Handle handle, String query, RowReader<T> reader) {
        var groups = new HashMap<String, List<T>>();
        handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getString(1), reader.read(row)))
                .forEach(child -> groups.computeIfAbsent(child.getKey(), id -> new ArrayList<>())
                        .add(child.getValue()));
        return groups;
    }
}
