package dev.skillpod.starter;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import java.util.ArrayList;
import java.util.List;

/**
 * The hand-written catalogue that comes with the product: skills, prerequisites, roles and contents of eight areas, in
 * {@code starter/<area>/} on the class path. All rows are labelled synthetic: the contents do not exist.
 *
 * <p>Thread-safe; every call reads anew.
 */
public final class StarterCatalog {
    /** The folders of the areas, in the order in which they are read. */
    public static final List<String> AREAS = List.of(
            "software-engineering",
            "data-ai",
            "cloud-operations",
            "cybersecurity",
            "design",
            "product-delivery",
            "marketing-sales",
            "business-people");

    private StarterCatalog() {}

    /**
     * Reads the catalogue.
     *
     * @throws IllegalStateException when a file is missing or a line cannot be read; the message names file and line
     */
    public static Catalog load() {
        var skills = new ArrayList<Skill>();
        var prerequisites = new ArrayList<Prerequisite>();
        var roles = new ArrayList<Role>();
        var contents = new ArrayList<Content>();
        for (String area : AREAS) {
            var files = new AreaFiles("starter/" + area);
            skills.addAll(files.skills());
            prerequisites.addAll(files.prerequisites());
            roles.addAll(files.roles());
            contents.addAll(files.contents());
        }
        return new Catalog(skills, prerequisites, roles, contents);
    }
}
