package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.requirement.Requirement;
import java.util.List;

/**
 * What a path leads to: a level for each of some skills of the catalogue.
 *
 * <pre>
 * attainment = sum of weight min(level, required) / sum of weight required
 * </pre>
 *
 * Immutable by convention and thread-safe.
 *
 * @param requirements one per skill, each of a skill that the catalogue knows and of a level above 0
 * @param skills index of each skill
 * @param required level of each, in (0, 100]
 * @param shares what one level of each adds to the attainment, above 0; the sum over shares times required levels is 1
 */
record Goal(List<Requirement> requirements, int[] skills, double[] required, double[] shares) {
    /** What a requirement of no weight counts. */
    private static final double LEAST_WEIGHT = 0.01;

    /** Makes a goal of what the catalogue knows of some requirements. */
    static Goal of(List<Requirement> all, Catalog catalog) {
        List<Requirement> known = all.stream()
                .filter(r -> r.level() > 0 && catalog.skillIndex(r.skillId()).isPresent())
                .toList();
        int[] skills = known.stream()
                .mapToInt(r -> catalog.skillIndex(r.skillId()).orElseThrow())
                .toArray();
        double[] required = known.stream().mapToDouble(Requirement::level).toArray();
        double[] shares = known.stream()
                .mapToDouble(r -> Math.max(LEAST_WEIGHT, r.weight()))
                .toArray();
        double whole = 0;
        for (int g = 0; g < shares.length; g++) {
            whole += shares[g] * required[g];
        }
        for (int g = 0; g < shares.length; g++) {
            shares[g] /= whole;
        }
        return new Goal(known, skills, required, shares);
    }

    /** Returns the number of skills. */
    int size() {
        return skills.length;
    }
}
