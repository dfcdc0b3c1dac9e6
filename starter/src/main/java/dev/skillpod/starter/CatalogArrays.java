package dev.skillpod.starter;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;

/** The catalogue as arrays over dense indices, for the simulator's inner loops. References to unknown ids are left out. */
final class CatalogArrays {
    private static final double DEFAULT_MINUTES = 60;

    final Catalog catalog;
    final int skills;
    final int roles;
    final int contents;

    /** Skills a content teaches, the main one first, and their shares. */
    final int[][] contentSkills;

    final double[][] contentWeights;
    final double[] levelFrom;
    final double[] levelTo;
    final double[] minutes;
    final int[] contentType;
    final int[][] contentPrerequisites;

    final int[][] roleSkills;
    final double[][] roleLevels;
    final double[][] roleImportance;

    /** Direct prerequisites of a skill and the levels asked for. */
    final int[][] requires;

    final double[][] requiredLevels;

    /** All skills that occur in an edge, each after what it requires. */
    final int[] topologicalOrder;

    CatalogArrays(Catalog catalog) {
        this.catalog = catalog;
        skills = catalog.skills().size();
        roles = catalog.roles().size();
        contents = catalog.contents().size();
        if (skills == 0 || roles == 0 || contents == 0) {
            throw new IllegalArgumentException("the catalogue must have skills, roles and contents, has " + skills
                    + ", " + roles + " and " + contents);
        }
        contentSkills = new int[contents][];
        contentWeights = new double[contents][];
        levelFrom = new double[contents];
        levelTo = new double[contents];
        minutes = new double[contents];
        contentType = new int[contents];
        contentPrerequisites = new int[contents][];
        for (int c = 0; c < contents; c++) {
            addContent(c, catalog.contents().get(c));
        }
        roleSkills = new int[roles][];
        roleLevels = new double[roles][];
        roleImportance = new double[roles][];
        for (int r = 0; r < roles; r++) {
            addRole(r, catalog.roles().get(r));
        }
        requires = new int[skills][];
        requiredLevels = new double[skills][];
        for (int s = 0; s < skills; s++) {
            List<Prerequisite> edges = known(
                    catalog.prerequisites().requiredBy(catalog.skills().get(s).id()), e -> skill(e.requiresSkillId()));
            requires[s] =
                    edges.stream().mapToInt(e -> skill(e.requiresSkillId())).toArray();
            requiredLevels[s] =
                    edges.stream().mapToDouble(Prerequisite::requiredLevel).toArray();
        }
        topologicalOrder = catalog.prerequisites().topologicalOrder().stream()
                .mapToInt(this::skill)
                .filter(s -> s >= 0)
                .toArray();
    }

    private void addContent(int c, Content content) {
        List<SkillWeight> taught = known(content.skills(), w -> skill(w.skillId()));
        if (taught.isEmpty()) {
            throw new IllegalArgumentException("content " + content.id() + " teaches no skill of the catalogue");
        }
        contentSkills[c] = taught.stream().mapToInt(w -> skill(w.skillId())).toArray();
        contentWeights[c] = taught.stream().mapToDouble(SkillWeight::weight).toArray();
        levelFrom[c] = content.levelFrom();
        levelTo[c] = content.levelTo();
        Integer duration = content.durationMinutes();
        minutes[c] = duration == null ? DEFAULT_MINUTES : duration;
        contentType[c] = content.type().ordinal();
        contentPrerequisites[c] = content.prerequisiteIds().stream()
                .map(catalog::contentIndex)
                .flatMapToInt(OptionalInt::stream)
                .toArray();
    }

    private void addRole(int r, Role role) {
        List<SkillRequirement> asked = known(role.requirements(), q -> skill(q.skillId()));
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("role " + role.id() + " asks for no skill of the catalogue");
        }
        roleSkills[r] = asked.stream().mapToInt(q -> skill(q.skillId())).toArray();
        roleLevels[r] =
                asked.stream().mapToDouble(SkillRequirement::requiredLevel).toArray();
        roleImportance[r] =
                asked.stream().mapToDouble(SkillRequirement::importance).toArray();
    }

    private int skill(String id) {
        return catalog.skillIndex(id).orElse(-1);
    }

    private static <T> List<T> known(List<T> references, ToIntFunction<T> index) {
        var known = new ArrayList<T>(references.size());
        for (T reference : references) {
            if (index.applyAsInt(reference) >= 0) {
                known.add(reference);
            }
        }
        return known;
    }
}
