package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a score is worth: how often skills of that score are required, counted on the roles of the catalogue themselves. Skills
 * beyond the best of each role are left out: their probability is next to nothing, and nobody sees them. Stateless.
 */
final class RoleCalibration {
    private static final double HIDDEN = 0.3;
    private static final int FOLDS = 4;

    /** In catalogues of more roles, a fold is no larger, and one is enough. */
    private static final int LARGEST_FOLD = 100;

    private static final int BEST = 150;

    /** Fixed: the calibration of one catalogue is always the same. */
    private static final TrainingRun RUN = TrainingRun.of(20_261, 1);

    private RoleCalibration() {}

    /** Calibrates completions: 30 % of the requirements of a fold of roles are hidden, fitted anew, and looked for. */
    static IsotonicCalibration ofCompletion(RoleTable table, RoleEaseConfig config, ParallelLoop loop) {
        int[] roles = sample(table);
        int folds = roles.length < LARGEST_FOLD ? FOLDS : 1;
        var observations = new Observations(roles.length);
        for (int fold = 0; fold < folds; fold++) {
            int from = fold * roles.length / folds;
            int[] part = Arrays.copyOfRange(roles, from, (fold + 1) * roles.length / folds);
            HiddenRequirements hidden =
                    HiddenRequirements.of(table, part, HIDDEN, role -> RUN.random("role-calibration.hidden", role));
            RoleEase ease = RoleEase.fit(hidden.visible(), config, loop);
            loop.forEach(
                    part.length,
                    i -> observations.add(
                            from + i,
                            ease.scores(part[i]),
                            hidden.visible().skills().rowColumns(part[i]),
                            hidden.of(part[i])));
        }
        return observations.fit();
    }

    /** Calibrates descriptions: each role is told from the others. */
    static IsotonicCalibration ofRegression(RoleTable table, ViewRegression regression, ParallelLoop loop) {
        int[] roles = sample(table);
        var observations = new Observations(roles.length);
        SparseMatrix skills = table.skills();
        loop.forEach(
                roles.length,
                i -> observations.add(i, regression.withoutItself(roles[i]), new int[0], skills.rowColumns(roles[i])));
        return observations.fit();
    }

    /** Returns the best scored skills but a role's own, the best first. */
    static int[] best(float[] scores, int[] own, int count) {
        var known = new BitSet();
        IntStream.of(own).forEach(known::set);
        var best = new TopK(count);
        for (int skill = 0; skill < scores.length; skill++) {
            if (!known.get(skill)) {
                best.offer(skill, scores[skill]);
            }
        }
        return best.indices();
    }

    private static int[] sample(RoleTable table) {
        int[] roles = IntStream.range(0, table.roles())
                .filter(role -> table.skills().rowLength(role) > 1)
                .toArray();
        HiddenRequirements.shuffle(roles, RUN.random("role-calibration.roles"));
        return roles.length <= LARGEST_FOLD ? roles : Arrays.copyOf(roles, LARGEST_FOLD);
    }

    /** The best scores of each role, and whether they were right. */
    private static final class Observations {
        private final double[][] scores;
        private final boolean[][] required;

        Observations(int roles) {
            scores = new double[roles][0];
            required = new boolean[roles][0];
        }

        void add(int at, float[] all, int[] own, int[] wanted) {
            int[] skills = best(all, own, BEST);
            scores[at] = IntStream.of(skills).mapToDouble(skill -> all[skill]).toArray();
            required[at] = new boolean[skills.length];
            for (int i = 0; i < skills.length; i++) {
                required[at][i] = Arrays.binarySearch(wanted, skills[i]) >= 0;
            }
        }

        IsotonicCalibration fit() {
            int count = Arrays.stream(scores).mapToInt(row -> row.length).sum();
            var flat = new double[count];
            var happened = new boolean[count];
            int at = 0;
            for (int row = 0; row < scores.length; row++) {
                System.arraycopy(scores[row], 0, flat, at, scores[row].length);
                System.arraycopy(required[row], 0, happened, at, scores[row].length);
                at += scores[row].length;
            }
            return IsotonicCalibration.fit(flat, happened);
        }
    }
}
