package dev.skillpod.core.gap.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoleEaseTest {
    private static final int ROLES = 23;
    private static final int SKILLS = 17;
    private static final double LAMBDA = 2.5;

    /** The slow twin forms P over skills and views' columns, as the paper does, and reads B off it. */
    @Test
    void isEaseWithTheViewsAsColumnsThatAreNotPredicted() {
        RoleTable table = table(1);
        try (var loop = new ParallelLoop(1)) {
            RoleEase ease = RoleEase.fit(table, new RoleEaseConfig(LAMBDA, 0), loop);
            double[][] all = columns(table);
            double[][] inverse = inverse(gram(all));

            for (int role = 0; role < ROLES; role++) {
                float[] scores = ease.scores(role);
                for (int skill = 0; skill < SKILLS; skill++) {
                    double expected = 0;
                    for (int c = 0; c < all[role].length; c++) {
                        double weight = c == skill ? 0 : -inverse[c][skill] / inverse[skill][skill];
                        expected += all[role][c] * weight;
                    }
                    assertThat((double) scores[skill]).isCloseTo(expected, within(2e-4));
                }
            }
        }
    }

    @Test
    void anUnknownRoleThatLooksLikeAKnownOneIsScoredLikeIt() {
        RoleTable table = table(2);
        try (var loop = new ParallelLoop(1)) {
            RoleEase ease = RoleEase.fit(table, RoleEaseConfig.defaults(), loop);
            var importances = new float[SKILLS];
            for (int p = table.skills().rowStart(3); p < table.skills().rowEnd(3); p++) {
                importances[table.skills().columnAt(p)] = table.skills().valueAt(p);
            }

            float[] scores = ease.scores(
                    importances,
                    table.likeness(new float[][] {table.views().get(0).rows()[3]}));

            assertThat(scores).containsExactly(ease.scores(3), within(1e-5f));
        }
    }

    @Test
    void threadsDoNotChangeAnything() {
        RoleTable table = table(3);
        try (var one = new ParallelLoop(1);
                var three = new ParallelLoop(3)) {
            RoleEase alone = RoleEase.fit(table, RoleEaseConfig.defaults(), one);
            RoleEase together = RoleEase.fit(table, RoleEaseConfig.defaults(), three);

            assertThat(together.scores(5)).containsExactly(alone.scores(5));
        }
    }

    @Test
    void aTableWithoutRolesScoresNothingHigher() {
        var empty = new RoleTable(SparseMatrix.builder(0, 4).build(), List.of());
        try (var loop = new ParallelLoop(1)) {
            float[] scores =
                    RoleEase.fit(empty, RoleEaseConfig.defaults(), loop).scores(new float[4], new float[0]);

            assertThat(scores).containsOnly(0);
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new RoleEaseConfig(0, 0.2)).hasMessageContaining("regularization");
        assertThatThrownBy(() -> new RoleEaseConfig(1, 1.5)).hasMessageContaining("rarity must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> new RoleTable(
                        SparseMatrix.builder(2, 2).build(), List.of(new RoleView("text", 1, new float[3][1]))))
                .hasMessageContaining("text must have a row for each of the 2 roles, had 3");
    }

    private static RoleTable table(long seed) {
        var random = new SplittableRandom(seed);
        var skills = SparseMatrix.builder(ROLES, SKILLS);
        var view = new float[ROLES][4];
        for (int role = 0; role < ROLES; role++) {
            for (int skill = 0; skill < SKILLS; skill++) {
                if (random.nextInt(3) == 0) {
                    skills.add(role, skill, 0.5f + random.nextFloat() / 2);
                }
            }
            for (int i = 0; i < 4; i++) {
                view[role][i] = (float) random.nextGaussian();
            }
        }
        return new RoleTable(skills.build(), List.of(new RoleView("view", 0.7, view)));
    }

    private static double[][] columns(RoleTable table) {
        var all = new double[ROLES][SKILLS + 4];
        for (int role = 0; role < ROLES; role++) {
            for (int p = table.skills().rowStart(role); p < table.skills().rowEnd(role); p++) {
                all[role][table.skills().columnAt(p)] = table.skills().valueAt(p);
            }
            for (int i = 0; i < 4; i++) {
                all[role][SKILLS + i] = Math.sqrt(0.7) * table.views().get(0).rows()[role][i];
            }
        }
        return all;
    }

    private static double[][] gram(double[][] x) {
        int n = x[0].length;
        var gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (double[] row : x) {
                    gram[i][j] += row[i] * row[j];
                }
            }
            gram[i][i] += LAMBDA;
        }
        return gram;
    }

    /** Gauss and Jordan without pivoting: the matrix is positive definite. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        var inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double by = matrix[pivot][pivot];
            for (int c = 0; c < n; c++) {
                matrix[pivot][c] /= by;
                inverse[pivot][c] /= by;
            }
            for (int row = 0; row < n; row++) {
                double factor = matrix[row][pivot];
                for (int c = 0; row != pivot && c < n; c++) {
                    matrix[row][c] -= factor * matrix[pivot][c];
                    inverse[row][c] -= factor * inverse[pivot][c];
                }
            }
        }
        return inverse;
    }
}
