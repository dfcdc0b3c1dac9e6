package dev.skillpod.app.evaluation;

import dev.skillpod.core.gap.role.RoleEase;
import dev.skillpod.core.gap.role.RoleEaseConfig;
import dev.skillpod.core.gap.role.RoleNeighbours;
import dev.skillpod.core.gap.role.RoleSkillRanker;
import dev.skillpod.core.gap.role.RoleTable;
import dev.skillpod.core.gap.role.ViewRegression;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Every way to complete the roles of one split, baselines first. All of them see the visible requirements only. */
final class RoleCompletionMethods {
    private static final int NEIGHBOURS = 20;
    private static final double PENALTY = 2;

    private final OnetRoles onet;
    private final RoleTable visible;
    private final int[] roles;
    private final TreeTrainer trees;
    private final TrainingRun run;
    private final ParallelLoop loop;

    RoleCompletionMethods(
            OnetRoles onet, RoleTable visible, int[] roles, TreeTrainer trees, TrainingRun run, ParallelLoop loop) {
        this.onet = onet;
        this.visible = visible;
        this.roles = roles;
        this.trees = trees;
        this.run = run;
        this.loop = loop;
    }

    /** Returns of each method a score for each skill, in a row per role. */
    Map<String, float[][]> scores() {
        var scores = new LinkedHashMap<String, float[][]>();
        float[] popularity = popularity();
        scores.put("popularity", each(role -> popularity));
        scores.put("related roles", each(role -> related(role, popularity)));
        var ones = new double[visible.skillCount()];
        Arrays.fill(ones, 1);
        scores.put(
                "kNN",
                each(role -> RoleNeighbours.shares(
                        visible.skills(), RoleNeighbours.cosines(visible.skills(), role, ones), role, NEIGHBOURS, 1)));
        var blank = new RoleTable(visible.skills(), List.of());
        RoleEase plain = RoleEase.fit(blank, RoleEaseConfig.defaults(), loop);
        scores.put("EASE", each(plain::scores));
        RoleEase ease = RoleEase.fit(visible, RoleEaseConfig.defaults(), loop);
        var regression = new ViewRegression(visible, PENALTY, loop);
        scores.put("regression on views, no skills", each(regression::withoutItself));
        scores.put("RoleEase", each(ease::scores));
        RoleSkillRanker ranker = RoleSkillRanker.fit(visible, onet.meanings(), trees, run, loop);
        RoleSkillRanker.Bound bound = ranker.bind(visible, onet.meanings(), loop);
        scores.put("RoleSkillRanker", each(bound::scores));
        return scores;
    }

    /** Returns the best scored skills that a role does not visibly have, best first. */
    static int[] best(float[] scores, SparseMatrix visible, int role, int count) {
        var own = new BitSet();
        for (int p = visible.rowStart(role); p < visible.rowEnd(role); p++) {
            own.set(visible.columnAt(p));
        }
        var best = new TopK(count);
        for (int skill = 0; skill < scores.length; skill++) {
            if (!own.get(skill)) {
                best.offer(skill, scores[skill]);
            }
        }
        return best.indices();
    }

    private float[] popularity() {
        var roles = new float[visible.skillCount()];
        SparseMatrix skills = visible.skills();
        for (int p = 0; p < skills.entries(); p++) {
            roles[skills.columnAt(p)]++;
        }
        return roles;
    }

    /** Counts the related occupations that have a skill; of equal counts the more popular skill is first. */
    private float[] related(int role, float[] popularity) {
        float[] scores = popularity.clone();
        for (int s = 0; s < scores.length; s++) {
            scores[s] *= 1e-6f;
        }
        for (int other : onet.related()[role]) {
            for (int skill : visible.skills().rowColumns(other)) {
                scores[skill]++;
            }
        }
        return scores;
    }

    private float[][] each(IntFunction<float[]> scores) {
        var rows = new float[roles.length][];
        loop.forEach(roles.length, i -> rows[i] = scores.apply(roles[i]));
        return rows;
    }
}
