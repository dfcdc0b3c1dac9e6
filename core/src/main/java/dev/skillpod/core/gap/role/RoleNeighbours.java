package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;

/**
 * Scores skills for a role by the roles most like it: the weighted share of the nearest roles that require each skill. The
 * baseline of role completion, and evidence for {@link RoleSkillRanker}. Stateless.
 */
public final class RoleNeighbours {
    private RoleNeighbours() {}

    /**
     * Returns the weighted share of the nearest roles that require each skill.
     *
     * @param skills a row per role
     * @param likeness to each role; roles with 0 or less are no neighbours
     * @param self a role that is left out, or -1
     * @param neighbours how many of the nearest count, at least 1
     * @param power of the likeness that is a neighbour's weight; 0 weighs all alike
     * @return one value per skill, in [0, 1]; all 0 when there are no neighbours
     */
    public static float[] shares(SparseMatrix skills, float[] likeness, int self, int neighbours, double power) {
        var nearest = new TopK(neighbours);
        for (int role = 0; role < likeness.length; role++) {
            if (role != self && likeness[role] > 0) {
                nearest.offer(role, likeness[role]);
            }
        }
        var shares = new float[skills.columns()];
        int[] roles = nearest.indices();
        float[] scores = nearest.scores();
        double total = 0;
        for (float score : scores) {
            total += Math.pow(score, power);
        }
        for (int i = 0; i < roles.length; i++) {
            float weight = (float) (Math.pow(scores[i], power) / total);
            for (int p = skills.rowStart(roles[i]); p < skills.rowEnd(roles[i]); p++) {
                shares[skills.columnAt(p)] += weight;
            }
        }
        return shares;
    }

    /**
     * Returns the cosine of each role's skills to those of one role.
     *
     * @param weights of each skill, such as its rarity
     */
    public static float[] cosines(SparseMatrix skills, int role, double[] weights) {
        var own = new double[skills.columns()];
        double square = 0;
        for (int p = skills.rowStart(role); p < skills.rowEnd(role); p++) {
            double weight = weights[skills.columnAt(p)];
            own[skills.columnAt(p)] = weight;
            square += weight * weight;
        }
        var cosines = new float[skills.rows()];
        for (int other = 0; other < cosines.length; other++) {
            double product = 0;
            double otherSquare = 0;
            for (int p = skills.rowStart(other); p < skills.rowEnd(other); p++) {
                double weight = weights[skills.columnAt(p)];
                product += weight * own[skills.columnAt(p)];
                otherSquare += weight * weight;
            }
            cosines[other] = product > 0 ? (float) (product / Math.sqrt(square * otherSquare)) : 0;
        }
        return cosines;
    }
}
