package dev.skillpod.core.gap.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hiding requirements, the nearest roles and the regression on views. */
class RoleCompletionPartsTest {
    private static final TrainingRun RUN = TrainingRun.of(7, 1);

    @Test
    void hidesTheShareOfEachRoleAndShowsTheRest() {
        RoleTable table = table(40);
        int[] roles = {1, 4, 30};

        HiddenRequirements hidden = HiddenRequirements.of(table, roles, 0.3, role -> RUN.random("hide", role));

        for (int role = 0; role < 40; role++) {
            int[] all = table.skills().rowColumns(role);
            int[] out = hidden.of(role);
            int[] left = hidden.visible().skills().rowColumns(role);
            boolean chosen = Arrays.binarySearch(roles, role) >= 0;
            assertThat(out).hasSize(chosen ? Math.max(1, (int) Math.round(0.3 * all.length)) : 0);
            assertThat(IntStream.concat(IntStream.of(out), IntStream.of(left)).sorted())
                    .containsExactly(IntStream.of(all).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void whatIsHiddenOfARoleDoesNotDependOnTheOthers() {
        RoleTable table = table(40);

        HiddenRequirements few = HiddenRequirements.of(table, new int[] {4}, 0.3, role -> RUN.random("hide", role));
        HiddenRequirements many =
                HiddenRequirements.of(table, new int[] {9, 4, 1}, 0.3, role -> RUN.random("hide", role));

        assertThat(many.of(4)).containsExactly(few.of(4));
        assertThatThrownBy(() -> HiddenRequirements.of(table, new int[] {4}, 0, role -> RUN.random("hide")))
                .hasMessageContaining("share must be in (0, 1], was 0.0");
    }

    @Test
    void sharesAreThoseOfTheNearestRoles() {
        var skills = SparseMatrix.builder(4, 3)
                .add(0, 0, 1)
                .add(1, 1, 1)
                .add(2, 1, 1)
                .add(2, 2, 1)
                .add(3, 2, 1)
                .build();
        float[] likeness = {9, 3, 1, -1};

        assertThat(RoleNeighbours.shares(skills, likeness, 0, 2, 1)).containsExactly(0, 1, 0.25f);
        assertThat(RoleNeighbours.shares(skills, likeness, 0, 1, 1)).containsExactly(0, 1, 0);
        assertThat(RoleNeighbours.shares(skills, new float[4], 0, 2, 1)).containsExactly(0, 0, 0);
        assertThat(RoleNeighbours.cosines(skills, 2, new double[] {1, 1, 2}))
                .containsExactly(
                        new float[] {0, (float) (1 / Math.sqrt(5)), 1, (float) (2 / Math.sqrt(5))}, within(1e-6f));
    }

    /** The mean is that of all roles in one and of all others in the other: that differs by 1 / n at most. */
    @Test
    void leavingOutInClosedFormIsFittingToTheOthers() {
        int n = 60;
        RoleTable table = table(n);
        try (var loop = new ParallelLoop(1)) {
            var whole = new ViewRegression(table, 0.5, loop);
            for (int out : new int[] {0, 17, 59}) {
                int[] rest = IntStream.range(0, n).filter(role -> role != out).toArray();
                var skills = SparseMatrix.builder(n - 1, 12);
                for (int r = 0; r < rest.length; r++) {
                    for (int skill : table.skills().rowColumns(rest[r])) {
                        skills.add(r, skill, 1);
                    }
                }
                float[][] rows = table.views().get(0).rows();
                float[][] others =
                        IntStream.of(rest).mapToObj(role -> rows[role]).toArray(float[][]::new);
                var part = new RoleTable(skills.build(), List.of(new RoleView("view", 1, others)));
                float[] expected = new ViewRegression(part, 0.5, loop).scores(part.likeness(new float[][] {rows[out]}));

                assertThat(whole.withoutItself(out)).containsExactly(expected, within(1.5f / n));
            }
        }
    }

    @Test
    void aRankerWantsEnoughRoles() {
        try (var loop = new ParallelLoop(1)) {
            assertThatThrownBy(() -> RoleSkillRanker.fit(
                            table(40),
                            new float[12][1],
                            (train, validation, config) -> {
                                throw new AssertionError("must not be asked");
                            },
                            RUN,
                            loop))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be at least 100");
        }
    }

    /** Twelve skills; a role requires those on its side of the first coordinate of its view, most of the time. */
    private static RoleTable table(int roles) {
        var random = new SplittableRandom(11);
        var skills = SparseMatrix.builder(roles, 12);
        var view = new float[roles][3];
        for (int role = 0; role < roles; role++) {
            for (int i = 0; i < 3; i++) {
                view[role][i] = (float) random.nextGaussian();
            }
            for (int skill = 0; skill < 12; skill++) {
                boolean side = view[role][0] > 0 == skill % 2 > 0;
                if (random.nextInt(10) < (side ? 8 : 1)) {
                    skills.add(role, skill, 1);
                }
            }
        }
        return new RoleTable(skills.build(), List.of(new RoleView("view", 1, view)));
    }
}
