package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.SparseMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * Requirements taken out of a table, to be found again: for some roles a random share, rounded, at least one. All of them are
 * taken out at once, so that no role helps another with what both should not know. Immutable.
 */
public final class HiddenRequirements {
    private final RoleTable visible;
    private final Map<Integer, int[]> hidden;

    private HiddenRequirements(RoleTable visible, Map<Integer, int[]> hidden) {
        this.visible = visible;
        this.hidden = hidden;
    }

    /**
     * Hides requirements.
     *
     * @param table what is known in full
     * @param roles which roles lose some; those without any requirement are left as they are
     * @param share of their requirements, in (0, 1]
     * @param random gives each role's stream by its index, so that roles do not depend on each other
     */
    public static HiddenRequirements of(
            RoleTable table, int[] roles, double share, LongFunction<RandomGenerator> random) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], was " + share);
        }
        SparseMatrix skills = table.skills();
        var hidden = new HashMap<Integer, int[]>();
        for (int role : roles) {
            int[] all = skills.rowColumns(role);
            if (all.length > 0) {
                shuffle(all, random.apply(role));
                int count = Math.max(1, (int) Math.round(share * all.length));
                int[] out = Arrays.copyOf(all, count);
                Arrays.sort(out);
                hidden.put(role, out);
            }
        }
        return new HiddenRequirements(table.without(role -> hidden.getOrDefault(role, new int[0])), hidden);
    }

    /** Returns the table without what was hidden. */
    public RoleTable visible() {
        return visible;
    }

    /** Returns the hidden skills of a role, ascending; none of a role that lost none. */
    public int[] of(int role) {
        return hidden.getOrDefault(role, new int[0]);
    }

    /** Shuffles in place (Fisher and Yates). */
    static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = values[i];
            values[i] = values[j];
            values[j] = other;
        }
    }
}
