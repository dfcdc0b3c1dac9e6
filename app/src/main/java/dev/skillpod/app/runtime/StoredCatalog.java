package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.CatalogWriter;
import dev.skillpod.app.serving.SkillEntry;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import java.util.List;
import java.util.function.Predicate;

/** Writes the catalogue to the database and lets the service follow. */
final class StoredCatalog implements CatalogWriter {
    private final ServiceRuntime runtime;

    StoredCatalog(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Upserted putSkills(List<SkillEntry> skills) {
        List<Skill> rows = skills.stream().map(SkillEntry::skill).toList();
        Catalog before = runtime.live().catalog();
        runtime.database()
                .catalog()
                .replaceSkills(
                        rows,
                        skills.stream().flatMap(s -> s.prerequisites().stream()).toList());
        return written(rows, skill -> before.skill(skill.id()).isPresent());
    }

    @Override
    public Upserted putRoles(List<Role> roles) {
        Catalog before = runtime.live().catalog();
        runtime.database().catalog().upsertRoles(roles);
        return written(roles, role -> before.role(role.id()).isPresent());
    }

    @Override
    public Upserted putContents(List<Content> contents) {
        Catalog before = runtime.live().catalog();
        runtime.database().catalog().upsertContents(contents);
        return written(contents, content -> before.content(content.id()).isPresent());
    }

    private <T> Upserted written(List<T> rows, Predicate<T> existed) {
        runtime.catalogChanged();
        int replaced = (int) rows.stream().filter(existed).count();
        return new Upserted(rows.size() - replaced, replaced);
    }
}
