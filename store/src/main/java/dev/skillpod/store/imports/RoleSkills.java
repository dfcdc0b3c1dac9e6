package dev.skillpod.store.imports;

import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.store.json.RoleSkillRow;
import dev.skillpod.store.json.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requirements written in files of their own, kept until the roles come; they are the one thing besides prerequisites that a
 * folder import keeps in memory. Not thread-safe.
 */
final class RoleSkills {
    private record Waiting(FileTally tally, long line, SkillRequirement requirement) {}

    private final Map<String, List<Waiting>> byRole = new LinkedHashMap<>();
    private final HashSet<String> met = new HashSet<>();

    void add(FileTally tally, long line, RoleSkillRow row) {
        byRole.computeIfAbsent(row.roleId(), id -> new ArrayList<>()).add(new Waiting(tally, line, row.requirement()));
    }

    /** Returns the role with the requirements that wait for it; those of a skill that it has already are rejected. */
    Role complete(Role role) {
        List<Waiting> waiting = byRole.getOrDefault(role.id(), List.of());
        if (waiting.isEmpty()) {
            return role;
        }
        boolean first = met.add(role.id());
        var requirements = new ArrayList<>(role.requirements());
        var skills = new HashSet<String>();
        requirements.forEach(r -> skills.add(r.skillId()));
        for (Waiting row : waiting) {
            boolean added = skills.add(row.requirement().skillId());
            if (added) {
                requirements.add(row.requirement());
            }
            if (first && added) {
                row.tally().accept(1);
            } else if (first) {
                row.tally()
                        .reject(
                                row.line(),
                                "skill_id: must occur once in role " + role.id() + ", was again "
                                        + Texts.quoted(row.requirement().skillId()));
            }
        }
        return new Role(
                role.id(), role.title(), role.area(), role.aliases(), role.description(), requirements, role.source());
    }

    /** Rejects the requirements whose role did not come. */
    void rejectOthers() {
        byRole.forEach((role, rows) -> {
            if (!met.contains(role)) {
                rows.forEach(row -> row.tally()
                        .reject(
                                row.line(),
                                "role_id: must be a role that the same import accepts, was " + Texts.quoted(role)));
            }
        });
    }
}
