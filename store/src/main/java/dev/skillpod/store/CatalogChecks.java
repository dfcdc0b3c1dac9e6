package dev.skillpod.store;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Refuses catalogue records that the tables would not take. */
final class CatalogChecks {
    private CatalogChecks() {}

    static void skills(Collection<Skill> skills) {
        each(
                skills,
                Skill::id,
                (skill, field) -> field.text("name", skill.name())
                        .text("area", skill.area())
                        .text("description", skill.description())
                        .texts("aliases", skill.aliases())
                        .present("source", skill.source()));
    }

    static void roles(Collection<Role> roles) {
        each(roles, Role::id, (role, field) -> {
            field.text("title", role.title())
                    .text("area", role.area())
                    .text("description", role.description())
                    .texts("aliases", role.aliases())
                    .present("source", role.source());
            var seen = new HashSet<String>();
            for (var requirement : role.requirements()) {
                field.id("requirements.skillId", requirement.skillId())
                        .range("requirements.requiredLevel", requirement.requiredLevel(), 0, 100)
                        .range("requirements.importance", requirement.importance(), 0, 1);
                once("requirements", requirement.skillId(), seen, field);
            }
        });
    }

    static void contents(Collection<Content> contents) {
        each(contents, Content::id, (content, field) -> {
            field.present("type", content.type())
                    .text("title", content.title())
                    .optionalText("description", content.description())
                    .optionalText("provider", content.provider())
                    .optionalText("url", content.url())
                    .range("levelFrom", content.levelFrom(), 0, 100)
                    .range("levelTo", content.levelTo(), content.levelFrom(), 100)
                    .range("durationMinutes", content.durationMinutes(), 1, Integer.MAX_VALUE)
                    .present("source", content.source());
            var skills = new HashSet<String>();
            for (var weight : content.skills()) {
                field.id("skills.skillId", weight.skillId()).share("skills.weight", weight.weight());
                once("skills", weight.skillId(), skills, field);
            }
            var prerequisites = new HashSet<String>();
            for (String id : content.prerequisiteIds()) {
                field.id("prerequisiteIds", id);
                once("prerequisiteIds", id, prerequisites, field);
            }
        });
    }

    static void prerequisites(Collection<Prerequisite> edges) {
        each(
                edges,
                edge -> edge.skillId() + '\u001f' + edge.requiresSkillId(),
                (edge, field) -> field.id("skillId", edge.skillId())
                        .id("requiresSkillId", edge.requiresSkillId())
                        .range("requiredLevel", edge.requiredLevel(), 0, 100));
    }

    private interface Check<T> {
        void check(T row, FieldCheck field);
    }

    private static <T> void each(Collection<T> rows, Function<T, String> id, Check<T> check) {
        var field = new FieldCheck();
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (T row : rows) {
            field.at(index++);
            if (!(row instanceof Prerequisite)) {
                field.id("id", id.apply(row));
            }
            check.check(row, field);
            if (!seen.add(id.apply(row))) {
                throw field.refuse(
                        "id",
                        "occurs twice: "
                                + String.join(" -> ", List.of(id.apply(row).split("\u001f"))));
            }
        }
    }

    private static void once(String field, String id, Set<String> seen, FieldCheck check) {
        if (!seen.add(id)) {
            throw check.refuse(field, "must name an id once, twice: " + id);
        }
    }
}
