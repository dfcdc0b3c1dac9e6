package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.SymmetricInverse;

/**
 * What roles require, told from their views alone: kernel ridge regression (Saunders, Gammerman and Vovk 1998) of importances on
 * the sum of the views' kernels, for roles that nobody has written requirements for. The mean importance of each skill is taken
 * off before and added afterwards, so that a role like no other gets the mean.
 *
 * <p>Immutable and thread-safe; the same bits for any number of threads.
 */
public final class ViewRegression {
    private final RoleTable table;
    private final float[] means;
    private final float[][] weights;
    private final float[] leverages;
    private final FloatKernels kernels = FloatKernels.best();

    /**
     * Fits the regression.
     *
     * @param penalty ridge penalty beside views of weight 1 and length 1, at least 0.01
     */
    public ViewRegression(RoleTable table, double penalty, ParallelLoop loop) {
        this.table = table;
        int roles = table.roles();
        int stride = SymmetricInverse.stride(Math.max(1, roles));
        var matrix = new float[stride * stride];
        loop.forEach(roles, role -> {
            System.arraycopy(table.likeness(role), 0, matrix, role * stride, roles);
            matrix[role * stride + role] += (float) penalty;
        });
        if (roles > 0) {
            SymmetricInverse.invert(matrix, roles, loop);
        }
        var sums = new float[roles];
        leverages = new float[roles];
        for (int role = 0; role < roles; role++) {
            leverages[role] = (float) (1 - penalty * matrix[role * stride + role]);
            for (int other = 0; other < roles; other++) {
                sums[role] += matrix[role * stride + other];
            }
        }
        SparseMatrix bySkill = table.skills().transpose();
        means = new float[table.skillCount()];
        weights = new float[table.skillCount()][];
        loop.forEach(table.skillCount(), skill -> {
            var weight = new float[roles];
            for (int p = bySkill.rowStart(skill); p < bySkill.rowEnd(skill); p++) {
                means[skill] += bySkill.valueAt(p) / roles;
                kernels.axpy(bySkill.valueAt(p), matrix, bySkill.columnAt(p) * stride, weight, 0, roles);
            }
            kernels.axpy(-means[skill], sums, 0, weight, 0, roles);
            weights[skill] = weight;
        });
    }

    /** Returns the importance of each skill, about in [0, 1], for a role of that likeness to each known one. */
    public float[] scores(float[] likeness) {
        var scores = means.clone();
        for (int s = 0; s < scores.length; s++) {
            scores[s] += kernels.dot(weights[s], 0, likeness, 0, likeness.length);
        }
        return scores;
    }

    /** Returns what the others say of a role: as if it had not been fitted to it (leave one out, in closed form). */
    public float[] withoutItself(int role) {
        float[] scores = scores(table.likeness(role));
        SparseMatrix skills = table.skills();
        float leverage = Math.min(leverages[role], 0.99f);
        for (int p = skills.rowStart(role); p < skills.rowEnd(role); p++) {
            scores[skills.columnAt(p)] -= leverage * skills.valueAt(p);
        }
        for (int s = 0; s < scores.length; s++) {
            scores[s] = scores[s] / (1 - leverage);
        }
        return scores;
    }
}
