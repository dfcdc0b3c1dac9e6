package dev.skillpod.core.gap.market;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The level at which a skill is usually asked for: the median of the postings that name one, else the mean over the roles
 * that require it, weighted by importance, else {@value #UNKNOWN}. Immutable and thread-safe.
 */
public final class UsualLevels {
    /** What the wire contract takes for a required level where nobody names one. */
    public static final int UNKNOWN = 70;

    private final Map<String, Double> bySkill;

    private UsualLevels(Map<String, Double> bySkill) {
        this.bySkill = bySkill;
    }

    /** Sums up what roles and postings ask for. */
    public static UsualLevels of(Catalog catalog, Collection<JobPosting> postings) {
        var levels = new HashMap<>(ofRoles(catalog));
        var posted = new HashMap<String, List<Integer>>();
        for (JobPosting posting : postings) {
            for (AskedSkill asked : posting.skills()) {
                if (asked.level() != null) {
                    posted.computeIfAbsent(asked.skillId(), s -> new ArrayList<>())
                            .add(asked.level());
                }
            }
        }
        posted.forEach((skill, all) -> levels.put(skill, median(all)));
        return new UsualLevels(Map.copyOf(levels));
    }

    private static Map<String, Double> ofRoles(Catalog catalog) {
        var sums = new HashMap<String, double[]>();
        for (Role role : catalog.roles()) {
            for (SkillRequirement requirement : role.requirements()) {
                double[] sum = sums.computeIfAbsent(requirement.skillId(), s -> new double[2]);
                sum[0] += requirement.importance() * requirement.requiredLevel();
                sum[1] += requirement.importance();
            }
        }
        var levels = new HashMap<String, Double>();
        sums.forEach((skill, sum) -> {
            if (sum[1] > 0) {
                levels.put(skill, sum[0] / sum[1]);
            }
        });
        return levels;
    }

    private static double median(List<Integer> values) {
        int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** Returns the level usually asked for, in [0, 100]. */
    public double of(String skillId) {
        return bySkill.getOrDefault(skillId, (double) UNKNOWN);
    }
}
