package dev.skillpod.core.recommend.state;

import static dev.skillpod.core.recommend.state.LevelColumn.*;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.Proficiency;
import java.util.Arrays;
import java.util.OptionalInt;

/** Turns a profile into one row of {@link LevelColumn} per skill of a catalogue. Thread-safe. */
public final class LevelRows {
    private static final int NEIGHBOURS_OF_A_SKILL = 5;

    private final CatalogIndex index;
    private final int[][] neighbours;
    private final double[] roleNorm;

    /** Finds the nearest skills of each skill. */
    public LevelRows(CatalogIndex index) {
        this.index = index;
        this.neighbours = new int[index.skillCount()][];
        for (int s = 0; s < neighbours.length; s++) {
            neighbours[s] = nearest(s);
        }
        this.roleNorm = new double[index.catalog().roles().size()];
        for (int r = 0; r < roleNorm.length; r++) {
            for (float level : index.role(r).levels()) {
                roleNorm[r] += level * level;
            }
        }
    }

    /** Returns the rows of one learner, one per skill index, one after the other. */
    public double[] of(LearnerProfile profile, OptionalInt targetRole) {
        int skills = index.skillCount();
        int width = LevelColumn.count();
        var claim = new double[skills];
        var rows = new double[skills * width];
        for (int s = 0; s < skills; s++) {
            rows[s * width + CLAIM.ordinal()] = Double.NaN;
            rows[s * width + YEARS.ordinal()] = Double.NaN;
        }
        int claims = 0;
        double sum = 0;
        for (LearnerSkill skill : profile.skills()) {
            OptionalInt at = index.catalog().skillIndex(skill.skillId());
            if (at.isPresent()) {
                int s = at.getAsInt();
                Double years = skill.yearsExperience();
                claim[s] = skill.level();
                rows[s * width + CLAIM.ordinal()] = skill.level();
                rows[s * width + YEARS.ordinal()] = years == null ? Double.NaN : years;
                claims++;
                sum += skill.level();
            }
        }
        Proficiency experience = profile.experienceLevel();
        for (int s = 0; s < skills; s++) {
            int at = s * width;
            rows[at + CLAIMS.ordinal()] = claims;
            rows[at + MEAN_CLAIM.ordinal()] = claims == 0 ? Double.NaN : sum / claims;
            rows[at + EXPERIENCE.ordinal()] = experience == null ? Double.NaN : experience.ordinal();
            rows[at + ROLE_REACHED.ordinal()] = Double.NaN;
            rows[at + BACKGROUND_REACHED.ordinal()] = Double.NaN;
            rows[at + NEIGHBOURS.ordinal()] = Arrays.stream(neighbours[s])
                    .mapToDouble(n -> claim[n])
                    .average()
                    .orElse(0);
        }
        targetRole.ifPresent(r -> target(index.role(r), claim, rows));
        background(claim, sum > 0, rows);
        graph(claim, rows);
        return rows;
    }

    private static void target(CatalogIndex.RoleRow role, double[] claim, double[] rows) {
        int width = LevelColumn.count();
        double reached = 0;
        for (int i = 0; i < role.skills().length; i++) {
            int s = role.skills()[i];
            rows[s * width + ROLE_LEVEL.ordinal()] = role.levels()[i];
            rows[s * width + ROLE_IMPORTANCE.ordinal()] = role.importances()[i];
            reached += Math.min(1.5, claim[s] / Math.max(1, role.levels()[i])) / role.skills().length;
        }
        for (int s = 0; s < claim.length; s++) {
            rows[s * width + ROLE_REACHED.ordinal()] = reached;
        }
    }

    private void background(double[] claim, boolean any, double[] rows) {
        if (!any) {
            return;
        }
        double norm = Arrays.stream(claim).map(c -> c * c).sum();
        int best = -1;
        double similarity = 0;
        for (int r = 0; r < roleNorm.length; r++) {
            var role = index.role(r);
            double dot = 0;
            for (int i = 0; i < role.skills().length; i++) {
                dot += claim[role.skills()[i]] * role.levels()[i];
            }
            double cosine = roleNorm[r] > 0 ? dot / Math.sqrt(norm * roleNorm[r]) : 0;
            if (cosine > similarity) {
                similarity = cosine;
                best = r;
            }
        }
        if (best < 0) {
            return;
        }
        int width = LevelColumn.count();
        var role = index.role(best);
        double asked = 0;
        double claimed = 0;
        for (int i = 0; i < role.skills().length; i++) {
            int s = role.skills()[i];
            rows[s * width + BACKGROUND_LEVEL.ordinal()] = role.levels()[i];
            if (claim[s] > 0) {
                asked += role.levels()[i];
                claimed += claim[s];
            }
        }
        for (int s = 0; s < claim.length; s++) {
            rows[s * width + BACKGROUND_REACHED.ordinal()] = asked > 0 ? claimed / asked : Double.NaN;
            rows[s * width + BACKGROUND_SIMILARITY.ordinal()] = similarity;
        }
    }

    private void graph(double[] claim, double[] rows) {
        int width = LevelColumn.count();
        for (int s = 0; s < claim.length; s++) {
            var row = index.skill(s);
            double met = 0;
            for (int i = 0; i < row.requires().length; i++) {
                int first = row.requires()[i];
                met += Math.min(1, claim[first] / Math.max(1, row.levels()[i])) / row.requires().length;
                if (claim[s] > 0) {
                    int at = first * width;
                    double implied = Math.min(row.levels()[i], claim[s]);
                    rows[at + IMPLIED.ordinal()] = Math.max(rows[at + IMPLIED.ordinal()], implied);
                    rows[at + DEPENDENTS.ordinal()]++;
                }
            }
            rows[s * width + PREREQUISITES.ordinal()] = row.requires().length == 0 ? Double.NaN : met;
        }
    }

    private int[] nearest(int skill) {
        float[][] vectors = index.embedding().skills();
        var top = new dev.skillpod.core.math.TopK(NEIGHBOURS_OF_A_SKILL);
        for (int s = 0; s < vectors.length; s++) {
            if (s != skill) {
                top.offer(s, Vectors.dot(vectors[skill], vectors[s]));
            }
        }
        return top.indices();
    }
}
