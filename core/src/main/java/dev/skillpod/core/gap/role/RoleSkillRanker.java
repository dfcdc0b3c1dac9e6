package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ranks the skills that a role probably requires as well, by LambdaMART over what {@link RoleEase} and several kinds of
 * nearest roles say. Immutable and thread-safe.
 *
 * <p>It learns from requirements that it hides itself: the roles are cut into {@value #FOLDS} folds; for all roles of one fold
 * at once 30 % of the requirements are hidden, every feature is computed from what is left, and the trees learn to put the
 * hidden ones first. So a row looks in training as it does when a role is asked about.
 */
public final class RoleSkillRanker {
    private static final int FOLDS = 4;
    private static final double HIDDEN = 0.3;
    private static final int LEAST_SKILLS = 8;
    private static final int LEAST_ROLES = 100;

    private final TreeEnsemble trees;

    private RoleSkillRanker(TreeEnsemble trees) {
        this.trees = trees;
    }

    /** A ranker with a table that it can be asked about. Thread-safe. */
    public static final class Bound {
        private final TreeEnsemble trees;
        private final CompletionFeatures features;
        private final int skills;

        private Bound(TreeEnsemble trees, CompletionFeatures features, int skills) {
            this.trees = trees;
            this.features = features;
            this.skills = skills;
        }

        /**
         * Returns a score per skill, comparable within the role. Skills that it does not rank come after all others, those
         * that the role has among them.
         */
        public float[] scores(int role) {
            CompletionFeatures.Candidates candidates = features.of(role);
            var raw = new double[candidates.skills().length];
            trees.predictRaw(candidates.rows(), raw.length, raw);
            var scores = new float[skills];
            Arrays.fill(scores, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < raw.length; i++) {
                scores[candidates.skills()[i]] = (float) raw[i];
            }
            return scores;
        }
    }

    /**
     * Fits the trees.
     *
     * @param table at least {@value #LEAST_ROLES} roles of at least {@value #LEAST_SKILLS} skills
     * @param meanings a unit vector per skill, such as the embedding of its name
     * @param trainer fits the trees, on one thread
     * @param run the streams {@code role-ranker.*}
     * @param loop runs the rest
     * @throws IllegalArgumentException when there are too few roles
     */
    public static RoleSkillRanker fit(
            RoleTable table, float[][] meanings, TreeTrainer trainer, TrainingRun run, ParallelLoop loop) {
        int[] roles = IntStream.range(0, table.roles())
                .filter(role -> table.skills().rowLength(role) >= LEAST_SKILLS)
                .toArray();
        if (roles.length < LEAST_ROLES) {
            throw new IllegalArgumentException("roles of at least " + LEAST_SKILLS + " skills must be at least "
                    + LEAST_ROLES + ", were " + roles.length);
        }
        HiddenRequirements.shuffle(roles, run.random("role-ranker.folds"));
        var groups = new ArrayList<CompletionFeatures.Candidates>();
        var labels = new ArrayList<float[]>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] part = Arrays.copyOfRange(roles, fold * roles.length / FOLDS, (fold + 1) * roles.length / FOLDS);
            HiddenRequirements hidden =
                    HiddenRequirements.of(table, part, HIDDEN, role -> run.random("role-ranker.hidden", role));
            var features = new CompletionFeatures(hidden.visible(), meanings, loop);
            var candidates = new CompletionFeatures.Candidates[part.length];
            loop.forEach(part.length, i -> candidates[i] = features.of(part[i]));
            for (int i = 0; i < part.length; i++) {
                float[] wanted = labels(candidates[i].skills(), hidden.of(part[i]));
                groups.add(candidates[i]);
                labels.add(wanted);
            }
        }
        TreeTable rows = rows(CompletionFeatures.names(table), groups, labels);
        return new RoleSkillRanker(TreeEnsemble.parse(trainer.fit(rows, Optional.empty(), config(run))));
    }

    /** Binds the ranker to a table of the same views. */
    public Bound bind(RoleTable table, float[][] meanings, ParallelLoop loop) {
        if (!CompletionFeatures.names(table).equals(trees.featureNames())) {
            throw new IllegalArgumentException("the table must have the views of the training, features were "
                    + trees.featureNames() + ", are " + CompletionFeatures.names(table));
        }
        return new Bound(trees, new CompletionFeatures(table, meanings, loop), table.skillCount());
    }

    private static TreeConfig config(TrainingRun run) {
        return TreeConfig.defaults(new TreeObjective.LambdaRank(List.of(0.0, 1.0), 25, 20))
                .with(c -> {
                    c.numTrees = 150;
                    c.learningRate = 0.05;
                    c.minDataInLeaf = 50;
                    c.lambdaL2 = 5;
                    c.featureFraction = 0.6;
                    c.baggingFraction = 0.7;
                    c.baggingFrequency = 1;
                    c.seed = run.seed();
                });
    }

    private static float[] labels(int[] skills, int[] hidden) {
        var labels = new float[skills.length];
        for (int i = 0; i < skills.length; i++) {
            labels[i] = Arrays.binarySearch(hidden, skills[i]) >= 0 ? 1 : 0;
        }
        return labels;
    }

    private static TreeTable rows(
            List<String> names, List<CompletionFeatures.Candidates> groups, List<float[]> labels) {
        int count = labels.stream().mapToInt(l -> l.length).sum();
        var features = new double[count * names.size()];
        var all = new float[count];
        int row = 0;
        for (int g = 0; g < groups.size(); g++) {
            double[] values = groups.get(g).rows();
            System.arraycopy(values, 0, features, row * names.size(), values.length);
            System.arraycopy(labels.get(g), 0, all, row, labels.get(g).length);
            row += labels.get(g).length;
        }
        return TreeTable.of(names, features, all)
                .withGroups(labels.stream().mapToInt(l -> l.length).toArray());
    }
}
