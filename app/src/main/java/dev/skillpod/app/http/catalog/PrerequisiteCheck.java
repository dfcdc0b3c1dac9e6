package dev.skillpod.app.http.catalog;

import dev.skillpod.app.serving.SkillEntry;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.PrerequisiteGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes sure that putting skills leaves the prerequisites acyclic. */
final class PrerequisiteCheck {
    private PrerequisiteCheck() {}

    /**
     * Checks the catalogue as it would be.
     *
     * @throws dev.skillpod.core.catalog.CyclicPrerequisitesException when it would have a cycle
     */
    static void check(Catalog catalog, List<SkillEntry> put) {
        Set<String> replaced = new HashSet<>();
        var edges = new ArrayList<Prerequisite>();
        for (SkillEntry entry : put) {
            replaced.add(entry.skill().id());
            edges.addAll(entry.prerequisites());
        }
        if (edges.isEmpty()) {
            return;
        }
        for (String skillId : catalog.prerequisites().topologicalOrder()) {
            if (!replaced.contains(skillId)) {
                edges.addAll(catalog.prerequisites().requiredBy(skillId));
            }
        }
        PrerequisiteGraph.of(edges);
    }
}
