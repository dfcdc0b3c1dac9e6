package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.SymmetricInverse;

/**
 * EASE over roles and skills with side information, in its dual form: how strongly each skill is called for by the other skills
 * of a role and by what else is known of it.
 *
 * <p>EASE (Steck 2019) regresses every column of the role-by-skill matrix U on all others by ridge regression, in closed
 * form: with {@code P = (U'U + lambda I)^-1}, the weights are {@code B = I - P / diag(P)}. Side information is more columns
 * that are regressed on but not predicted (Jeunen, Van Balen and Goethals 2020, "Closed-form models for collaborative
 * filtering with side-information"). There are far fewer roles than skills, so P is never formed: with the roles' kernel
 * {@code G = UU' + sum of the views' kernels}, {@code K = (G + lambda I)^-1} and a role's own row u and kernel row g,
 *
 * <pre>
 * P u = (u - U'K g) / lambda,    diag(P)_j = (1 - U_j' K U_j) / lambda
 * </pre>
 *
 * <p>which costs the cube of the number of roles once and their number times that of the skills per question. Columns are
 * scaled by {@code ((1 + roles of the skill) / 21)^-rarity}, and the scores back. Immutable and thread-safe; the same bits for
 * any number of threads.
 */
public final class RoleEase {
    /** The number of roles of a skill whose column keeps its scale. */
    private static final double USUAL = 20;

    private final RoleTable table;
    private final float lambda;
    private final float[] scale;
    private final SparseMatrix scaled;
    private final float[][] smoothed;
    private final float[] diagonal;
    private final FloatKernels kernels = FloatKernels.best();

    private RoleEase(RoleTable table, float lambda, float[] scale, SparseMatrix scaled, ParallelLoop loop) {
        this.table = table;
        this.lambda = lambda;
        this.scale = scale;
        this.scaled = scaled;
        int roles = table.roles();
        int stride = SymmetricInverse.stride(Math.max(1, roles));
        var matrix = new float[stride * stride];
        loop.forEach(roles, role -> {
            System.arraycopy(kernelRow(role), 0, matrix, role * stride, roles);
            matrix[role * stride + role] += lambda;
        });
        if (roles > 0) {
            SymmetricInverse.invert(matrix, roles, loop);
        }
        SparseMatrix bySkill = scaled.transpose();
        smoothed = new float[table.skillCount()][];
        diagonal = new float[table.skillCount()];
        loop.forEach(table.skillCount(), skill -> {
            var sum = new float[roles];
            for (int p = bySkill.rowStart(skill); p < bySkill.rowEnd(skill); p++) {
                kernels.axpy(bySkill.valueAt(p), matrix, bySkill.columnAt(p) * stride, sum, 0, roles);
            }
            double own = 0;
            for (int p = bySkill.rowStart(skill); p < bySkill.rowEnd(skill); p++) {
                own += bySkill.valueAt(p) * sum[bySkill.columnAt(p)];
            }
            smoothed[skill] = sum;
            diagonal[skill] = (float) ((1 - own) / lambda);
        });
    }

    /** Fits the weights. */
    public static RoleEase fit(RoleTable table, RoleEaseConfig config, ParallelLoop loop) {
        SparseMatrix skills = table.skills();
        var roles = new int[skills.columns()];
        for (int p = 0; p < skills.entries(); p++) {
            roles[skills.columnAt(p)]++;
        }
        var scale = new float[roles.length];
        for (int s = 0; s < scale.length; s++) {
            scale[s] = (float) Math.pow((1 + roles[s]) / (1 + USUAL), -config.rarity());
        }
        var scaled = SparseMatrix.builder(skills.rows(), skills.columns());
        for (int role = 0; role < skills.rows(); role++) {
            for (int p = skills.rowStart(role); p < skills.rowEnd(role); p++) {
                scaled.add(role, skills.columnAt(p), skills.valueAt(p) * scale[skills.columnAt(p)]);
            }
        }
        return new RoleEase(table, (float) config.regularization(), scale, scaled.build(), loop);
    }

    /** Returns the roles that it was fitted to. */
    public RoleTable table() {
        return table;
    }

    /** Returns how strongly each skill is called for by a role that it was fitted to; comparable within the role. */
    public float[] scores(int role) {
        return score(own(role), kernelRow(role));
    }

    /**
     * Returns how strongly each skill is called for by a role that it does not know.
     *
     * @param importances one value per skill, 0 for those that the role is not known to require
     * @param likeness to each known role by its views, from {@link RoleTable#likeness(float[][])}
     */
    public float[] scores(float[] importances, float[] likeness) {
        var own = new float[importances.length];
        for (int s = 0; s < own.length; s++) {
            own[s] = importances[s] * scale[s];
        }
        var row = likeness.clone();
        addShared(own, row);
        return score(own, row);
    }

    /** Returns how alike a role is to each known one, by shared skills and by all views. */
    float[] kernelRow(int role) {
        float[] row = table.likeness(role);
        addShared(own(role), row);
        return row;
    }

    private float[] own(int role) {
        var own = new float[table.skillCount()];
        for (int p = scaled.rowStart(role); p < scaled.rowEnd(role); p++) {
            own[scaled.columnAt(p)] = scaled.valueAt(p);
        }
        return own;
    }

    /** Adds how alike an unknown role's skills make it to each known one. */
    private void addShared(float[] own, float[] row) {
        for (int r = 0; r < row.length; r++) {
            double product = 0;
            for (int p = scaled.rowStart(r); p < scaled.rowEnd(r); p++) {
                product += scaled.valueAt(p) * own[scaled.columnAt(p)];
            }
            row[r] += (float) product;
        }
    }

    private float[] score(float[] own, float[] row) {
        var scores = new float[own.length];
        for (int s = 0; s < own.length; s++) {
            float rest = (own[s] - kernels.dot(smoothed[s], 0, row, 0, row.length)) / lambda;
            scores[s] = (own[s] - rest / diagonal[s]) / scale[s];
        }
        return scores;
    }
}
