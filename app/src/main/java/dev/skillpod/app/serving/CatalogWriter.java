package dev.skillpod.app.serving;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import java.util.List;

/**
 * Changes the catalogue. Each call replaces whole rows, all of them or none, and {@link CatalogSource#catalog()} shows the
 * change before the call returns. Thread-safe.
 */
public interface CatalogWriter {
    /**
     * Creates or replaces skills and, for each of them, its prerequisites.
     *
     * @throws dev.skillpod.core.catalog.CyclicPrerequisitesException when the catalogue would become cyclic
     */
    Upserted putSkills(List<SkillEntry> skills);

    /** Creates or replaces roles. */
    Upserted putRoles(List<Role> roles);

    /** Creates or replaces contents. */
    Upserted putContents(List<Content> contents);

    /**
     * What an upsert did.
     *
     * @param created rows that were not there before
     * @param replaced rows that were
     */
    record Upserted(int created, int replaced) {}
}
