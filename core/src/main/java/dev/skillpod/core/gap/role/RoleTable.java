package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.SparseMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Roles as a completion learns from them. Immutable under the rule that callers give the views' arrays away.
 *
 * @param skills a row per role, a column per skill; an entry is the importance of a required skill, in (0, 1]
 * @param views what else is known of the roles, each with as many rows as there are roles
 */
public record RoleTable(SparseMatrix skills, List<RoleView> views) {
    private static final FloatKernels KERNELS = FloatKernels.best();

    public RoleTable {
        views = List.copyOf(views);
        for (RoleView view : views) {
            if (view.rows().length != skills.rows()) {
                throw new IllegalArgumentException(view.name() + " must have a row for each of the " + skills.rows()
                        + " roles, had " + view.rows().length);
            }
        }
    }

    /** Returns the number of roles. */
    public int roles() {
        return skills.rows();
    }

    /** Returns the number of skills. */
    public int skillCount() {
        return skills.columns();
    }

    /** Returns how alike a role is to each in what the views say. */
    public float[] likeness(int role) {
        return likeness(views.stream().map(view -> view.rows()[role]).toArray(float[][]::new));
    }

    /**
     * Returns how alike an unknown role is to each known one in what the views say.
     *
     * @param vectors one per view, in the order of the views; an empty one where nothing is known
     */
    public float[] likeness(float[][] vectors) {
        var likeness = new float[roles()];
        for (int v = 0; v < vectors.length; v++) {
            RoleView view = views.get(v);
            float[] vector = vectors[v];
            for (int role = 0; role < likeness.length && vector.length > 0; role++) {
                likeness[role] += (float) view.weight() * KERNELS.dot(view.rows()[role], 0, vector, 0, vector.length);
            }
        }
        return likeness;
    }

    /**
     * Returns the same roles without some of their requirements.
     *
     * @param hidden of a role, the skills to leave out; none in most
     */
    public RoleTable without(IntFunction<int[]> hidden) {
        var left = SparseMatrix.builder(skills.rows(), skills.columns());
        for (int role = 0; role < skills.rows(); role++) {
            var out = new BitSet();
            for (int skill : hidden.apply(role)) {
                out.set(skill);
            }
            for (int p = skills.rowStart(role); p < skills.rowEnd(role); p++) {
                if (!out.get(skills.columnAt(p))) {
                    left.add(role, skills.columnAt(p), skills.valueAt(p));
                }
            }
        }
        return new RoleTable(left.build(), views);
    }
}
