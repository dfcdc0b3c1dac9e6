package dev.skillpod.app.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.gap.role.HiddenRequirements;
import dev.skillpod.core.gap.role.RoleSkillRanker;
import dev.skillpod.core.gap.role.RoleTable;
import dev.skillpod.core.gap.role.RoleView;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A checkerboard of four kinds of roles, thirty skills each, of which a role has two thirds; the view tells nothing. */
class RoleSkillRankerTest {
    private static final int ROLES = 160;
    private static final int KINDS = 4;
    private static final int SKILLS = 30 * KINDS;

    @Test
    void putsTheSkillsOfTheKindFirstOnAnyNumberOfThreads() {
        RoleTable table = table();
        int[] asked = IntStream.range(0, 20).toArray();
        TrainingRun run = TrainingRun.of(3, 1);
        HiddenRequirements hidden = HiddenRequirements.of(table, asked, 0.3, role -> run.random("hidden", role));

        float[][] one = scores(hidden.visible(), asked, 1);
        float[][] two = scores(hidden.visible(), asked, 2);

        assertThat(two).isDeepEqualTo(one);
        for (int role : asked) {
            float[] scores = one[role];
            int[] own = hidden.visible().skills().rowColumns(role);
            assertThat(IntStream.of(own)).allMatch(skill -> scores[skill] == Float.NEGATIVE_INFINITY);
            int[] best = IntStream.range(0, SKILLS)
                    .boxed()
                    .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                    .limit(6)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(IntStream.of(best)).allMatch(skill -> skill % KINDS == role % KINDS);
        }
    }

    private static float[][] scores(RoleTable visible, int[] roles, int threads) {
        TrainingRun run = TrainingRun.of(9, threads);
        var meanings = new float[SKILLS][2];
        Arrays.stream(meanings).forEach(vector -> vector[0] = 1);
        try (var loop = new ParallelLoop(threads)) {
            RoleSkillRanker.Bound bound = RoleSkillRanker.fit(visible, meanings, new LightGbmTrainer(), run, loop)
                    .bind(visible, meanings, loop);
            return Arrays.stream(roles).mapToObj(bound::scores).toArray(float[][]::new);
        }
    }

    private static RoleTable table() {
        var random = new SplittableRandom(4);
        var skills = SparseMatrix.builder(ROLES, SKILLS);
        var noise = new float[ROLES][3];
        for (int role = 0; role < ROLES; role++) {
            for (int skill = role % KINDS; skill < SKILLS; skill += KINDS) {
                if (random.nextInt(3) > 0) {
                    skills.add(role, skill, 1);
                }
            }
            for (int i = 0; i < 3; i++) {
                noise[role][i] = (float) random.nextGaussian() / 2;
            }
        }
        return new RoleTable(skills.build(), List.of(new RoleView("noise", 1, noise)));
    }
}
