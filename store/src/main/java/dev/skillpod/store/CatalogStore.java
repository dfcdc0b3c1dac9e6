package dev.skillpod.store;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.CyclicPrerequisitesException;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.PrerequisiteGraph;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Skills, what they require of each other, roles and contents. Shared by all tenants. Thread-safe.
 *
 * <p>Every write is one transaction, replaces what it names and raises {@link #version}; writers wait for each other, so
 * that two of them cannot close a cycle together.
 */
public final class CatalogStore {
    private final Sql sql;

    CatalogStore(Sql sql) {
        this.sql = sql;
    }

    /** Returns a consistent snapshot; skills, roles and contents are ordered by id. */
    public Catalog load() {
        return sql.snapshot(CatalogReader::load);
    }

    /** Returns a number that changes with every write; cheap enough to ask before each use of a cached snapshot. */
    public long version() {
        return sql.query(h -> h.createQuery("SELECT version FROM catalog_version")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Adds or replaces skills.
     *
     * @throws InvalidRecordException when a skill may not be stored or occurs twice; nothing was written
     */
    public CatalogWrite upsertSkills(Collection<Skill> skills) {
        CatalogChecks.skills(skills);
        return sql.write(h -> {
            long version = nextVersion(h);
            CatalogRows.writeSkills(h, skills);
            return new CatalogWrite(skills.size(), version, List.of());
        });
    }

    /**
     * Adds or replaces skills together with everything they require.
     *
     * @param skills the skills
     * @param prerequisites all that these skills require: earlier edges of theirs go
     * @throws InvalidRecordException when a row may not be stored or occurs twice; nothing was written
     * @throws CyclicPrerequisitesException naming the cycle that would result; nothing was written
     */
    public CatalogWrite replaceSkills(Collection<Skill> skills, Collection<Prerequisite> prerequisites) {
        CatalogChecks.skills(skills);
        Set<String> replaced = skills.stream().map(Skill::id).collect(Collectors.toSet());
        DataSource source = skills.stream().map(Skill::source).findFirst().orElse(DataSource.REAL);
        return writePrerequisites(replaced, prerequisites, source, handle -> CatalogRows.writeSkills(handle, skills));
    }

    /**
     * Adds or replaces roles with their requirements.
     *
     * @throws InvalidRecordException when a role may not be stored or occurs twice; nothing was written
     */
    public CatalogWrite upsertRoles(Collection<Role> roles) {
        CatalogChecks.roles(roles);
        return sql.write(h -> {
            long version = nextVersion(h);
            CatalogRows.writeRoles(h, roles);
            return new CatalogWrite(
                    roles.size(),
                    version,
                    unknown(
                            h,
                            "role_skills",
                            "role_id",
                            "skill_id",
                            "skills",
                            "requirements.skillId",
                            ids(roles.stream().map(Role::id).toList())));
        });
    }

    /**
     * Adds or replaces contents with what they teach and require.
     *
     * @throws InvalidRecordException when a content may not be stored or occurs twice; nothing was written
     * @throws CyclicPrerequisitesException when contents would require each other; nothing was written
     */
    public CatalogWrite upsertContents(Collection<Content> contents) {
        CatalogChecks.contents(contents);
        return sql.write(h -> {
            long version = nextVersion(h);
            refuseContentCycle(h, contents);
            CatalogRows.writeContents(h, contents);
            String[] ids = ids(contents.stream().map(Content::id).toList());
            var unknown = unknown(h, "content_skills", "content_id", "skill_id", "skills", "skills.skillId", ids);
            unknown.addAll(unknown(
                    h,
                    "content_prerequisites",
                    "content_id",
                    "requires_content_id",
                    "contents",
                    "prerequisiteIds",
                    ids));
            return new CatalogWrite(contents.size(), version, unknown);
        });
    }

    /**
     * Adds edges, or replaces the level of those that exist; other edges stay.
     *
     * @throws InvalidRecordException when an edge may not be stored or occurs twice; nothing was written
     * @throws CyclicPrerequisitesException naming the cycle that would result; nothing was written
     */
    public CatalogWrite upsertPrerequisites(Collection<Prerequisite> edges, DataSource source) {
        return writePrerequisites(Set.of(), edges, source, handle -> {});
    }

    /**
     * Replaces all that a skill requires.
     *
     * @throws IllegalArgumentException when an edge belongs to another skill
     * @throws CyclicPrerequisitesException naming the cycle that would result; nothing was written
     */
    public CatalogWrite replacePrerequisites(String skillId, Collection<Prerequisite> edges, DataSource source) {
        for (Prerequisite edge : edges) {
            if (!edge.skillId().equals(skillId)) {
                throw new IllegalArgumentException(
                        "skillId must be " + skillId + " in every edge, was " + edge.skillId());
            }
        }
        return writePrerequisites(Set.of(skillId), edges, source, handle -> {});
    }

    private CatalogWrite writePrerequisites(
            Set<String> cleared, Collection<Prerequisite> edges, DataSource source, Consumer<Handle> first) {
        CatalogChecks.prerequisites(edges);
        return sql.write(h -> {
            long version = nextVersion(h);
            first.accept(h);
            Map<List<String>, Prerequisite> merged = new LinkedHashMap<>();
            for (Prerequisite edge : CatalogReader.prerequisites(h)) {
                if (!cleared.contains(edge.skillId())) {
                    merged.put(List.of(edge.skillId(), edge.requiresSkillId()), edge);
                }
            }
            edges.forEach(edge -> merged.put(List.of(edge.skillId(), edge.requiresSkillId()), edge));
            PrerequisiteGraph.of(merged.values());
            CatalogRows.writePrerequisites(h, cleared, edges, source);
            String[] ids =
                    ids(edges.stream().map(Prerequisite::skillId).distinct().toList());
            var unknown =
                    unknown(h, "prerequisites", "skill_id", "requires_skill_id", "skills", "requiresSkillId", ids);
            unknown.addAll(unknown(h, "prerequisites", "skill_id", "skill_id", "skills", "skillId", ids));
            return new CatalogWrite(edges.size(), version, unknown);
        });
    }

    private static void refuseContentCycle(Handle handle, Collection<Content> contents) {
        var replaced = contents.stream().map(Content::id).collect(Collectors.toSet());
        var edges = CatalogReader.contentPrerequisites(handle);
        edges.removeIf(edge -> replaced.contains(edge.skillId()));
        for (Content content : contents) {
            content.prerequisiteIds().forEach(id -> edges.add(new Prerequisite(content.id(), id, 0)));
        }
        PrerequisiteGraph.of(edges);
    }

    /** Raises the version first: the row's lock makes writers wait for each other. */
    private static long nextVersion(Handle handle) {
        return handle.createQuery("UPDATE catalog_version SET version = version + 1 RETURNING version")
                .mapTo(Long.class)
                .one();
    }

    /** Finds references of some records to rows that do not exist. All names are ours, never a caller's. */
    private static List<UnknownReference> unknown(
            Handle handle, String table, String key, String reference, String target, String field, String[] ids) {
        return handle.createQuery("SELECT r." + key + ", r." + reference + " FROM " + table + " r WHERE r." + key
                        + " = ANY(CAST(? AS text[])) AND NOT EXISTS (SELECT FROM " + target + " t WHERE t.id = r."
                        + reference + ") ORDER BY 1, 2")
                .bind(0, ids)
                .map((row, context) -> new UnknownReference(row.getString(1), field, row.getString(2)))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
    }

    private static String[] ids(List<String> ids) {
        return ids.toArray(String[]::new);
    }
}
