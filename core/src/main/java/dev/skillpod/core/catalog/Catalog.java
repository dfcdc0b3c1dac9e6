package dev.skillpod.core.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * An immutable snapshot of the catalogue. Skills, roles and contents keep the order they were given in; their position is
 * their dense index. Thread-safe.
 *
 * <p>References to ids that do not exist (a content that teaches an unknown skill) are legal here and simply find
 * nothing: imports may arrive in any order.
 */
public final class Catalog {
    private static final Catalog EMPTY = new Catalog(List.of(), List.of(), List.of(), List.of());

    private final List<Skill> skills;
    private final List<Role> roles;
    private final List<Content> contents;
    private final PrerequisiteGraph prerequisites;
    private final Map<String, Integer> skillIndex;
    private final Map<String, Integer> roleIndex;
    private final Map<String, Integer> contentIndex;

    /**
     * Takes a snapshot.
     *
     * @throws CyclicPrerequisitesException when the prerequisites form a cycle
     * @throws IllegalArgumentException when an id occurs twice
     */
    public Catalog(
            Collection<Skill> skills,
            Collection<Prerequisite> prerequisites,
            Collection<Role> roles,
            Collection<Content> contents) {
        this.skills = List.copyOf(skills);
        this.roles = List.copyOf(roles);
        this.contents = List.copyOf(contents);
        this.prerequisites = PrerequisiteGraph.of(prerequisites);
        this.skillIndex = index(this.skills, Skill::id, "skill");
        this.roleIndex = index(this.roles, Role::id, "role");
        this.contentIndex = index(this.contents, Content::id, "content");
    }

    /** Returns a catalogue with nothing in it. */
    public static Catalog empty() {
        return EMPTY;
    }

    /** Returns all skills, in index order. */
    public List<Skill> skills() {
        return skills;
    }

    /** Returns all roles, in index order. */
    public List<Role> roles() {
        return roles;
    }

    /** Returns all contents, in index order. */
    public List<Content> contents() {
        return contents;
    }

    /** Returns which skill requires which. */
    public PrerequisiteGraph prerequisites() {
        return prerequisites;
    }

    /** Returns the skill of that id. */
    public Optional<Skill> skill(String id) {
        return Optional.ofNullable(skillIndex.get(id)).map(skills::get);
    }

    /** Returns the role of that id. */
    public Optional<Role> role(String id) {
        return Optional.ofNullable(roleIndex.get(id)).map(roles::get);
    }

    /** Returns the content of that id. */
    public Optional<Content> content(String id) {
        return Optional.ofNullable(contentIndex.get(id)).map(contents::get);
    }

    /** Returns the dense index of a skill. */
    public OptionalInt skillIndex(String id) {
        return optional(skillIndex.get(id));
    }

    /** Returns the dense index of a role. */
    public OptionalInt roleIndex(String id) {
        return optional(roleIndex.get(id));
    }

    /** Returns the dense index of a content. */
    public OptionalInt contentIndex(String id) {
        return optional(contentIndex.get(id));
    }

    private static OptionalInt optional(@org.jspecify.annotations.Nullable Integer index) {
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static <T> Map<String, Integer> index(List<T> rows, Function<T, String> id, String kind) {
        var index = HashMap.<String, Integer>newHashMap(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (index.put(id.apply(rows.get(i)), i) != null) {
                throw new IllegalArgumentException(kind + " ids must be unique, twice: " + id.apply(rows.get(i)));
            }
        }
        return index;
    }
}
