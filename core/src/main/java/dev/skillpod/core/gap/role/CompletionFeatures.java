package dev.skillpod.core.gap.role;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of each of a role's likely further skills, as rows for {@link RoleSkillRanker}. Bound to one table; thread-safe.
 *
 * <p>The columns: how many other roles have the skill; how many skills the role has; the greatest and the mean likeness in meaning
 * to what the role has; scores of {@link RoleEase} with views under two penalties and without views; the {@link ViewRegression}
 * without the role itself; shares of the 15 and of the 60 nearest roles by skills in common; of each view the share of the 25
 * nearest, weighted by skills in common as well.
 */
final class CompletionFeatures {
    /** Skills of a role that are ranked: the best by {@link RoleEase}. */
    static final int CANDIDATES = 300;

    private static final double SMOOTH = 4;
    private static final double PLAIN = 5;
    /** The column of the first score; popularity, size and two of meaning come before. */
    private static final int FIRST_SCORE = 4;

    private static final FloatKernels KERNELS = FloatKernels.best();
    private static final int FEW = 15;
    private static final int MANY = 60;
    private static final int IN_VIEW = 25;
    private static final double UNALIKE = 0.02;
    private static final double PENALTY = 2;

    private final RoleTable table;
    private final float[][] meanings;
    private final ViewRegression regression;
    private final RoleEase ease;
    private final RoleEase smooth;
    private final RoleEase plain;
    private final double[] rarity;
    private final int[] popularity;

    /**
     * The likely skills of a role.
     *
     * @param skills the candidates, the best by {@link RoleEase} first
     * @param rows a row of features for each, one behind the other
     */
    record Candidates(int[] skills, double[] rows) {}

    /**
     * Fits what the features need.
     *
     * @param meanings a unit vector per skill
     */
    CompletionFeatures(RoleTable table, float[][] meanings, ParallelLoop loop) {
        this.table = table;
        this.meanings = meanings;
        regression = new ViewRegression(table, PENALTY, loop);
        RoleEaseConfig config = RoleEaseConfig.defaults();
        ease = RoleEase.fit(table, config, loop);
        smooth = RoleEase.fit(table, config.withRegularization(SMOOTH * config.regularization()), loop);
        plain = RoleEase.fit(
                new RoleTable(table.skills(), List.of()),
                config.withRegularization(PLAIN * config.regularization()),
                loop);
        popularity = new int[table.skillCount()];
        SparseMatrix skills = table.skills();
        for (int p = 0; p < skills.entries(); p++) {
            popularity[skills.columnAt(p)]++;
        }
        rarity = IntStream.of(popularity)
                .mapToDouble(count -> Math.log1p((double) table.roles() / (1 + count)))
                .toArray();
    }

    static List<String> names(RoleTable table) {
        var names = new ArrayList<>(List.of(
                "popularity",
                "size",
                "nearest-meaning",
                "mean-meaning",
                "ease",
                "ease-smooth",
                "ease-plain",
                "regression",
                "nearest-few",
                "nearest-many"));
        for (int v = 0; v < table.views().size(); v++) {
            names.add("view-" + v);
        }
        return names;
    }

    /** Returns the skills that a role probably requires as well; fewer than {@link #CANDIDATES} only when there are no more. */
    Candidates of(int role) {
        float[] scores = ease.scores(role);
        int[] own = table.skills().rowColumns(role);
        int[] skills = RoleCalibration.best(scores, own, CANDIDATES);
        float[] cosines = RoleNeighbours.cosines(table.skills(), role, rarity);
        var columns = new ArrayList<float[]>();
        columns.add(scores);
        columns.add(smooth.scores(role));
        columns.add(plain.scores(role));
        columns.add(regression.withoutItself(role));
        columns.add(RoleNeighbours.shares(table.skills(), cosines, role, FEW, 2));
        columns.add(RoleNeighbours.shares(table.skills(), cosines, role, MANY, 2));
        for (RoleView view : table.views()) {
            columns.add(inView(view, role, cosines));
        }
        int width = FIRST_SCORE + columns.size();
        var rows = new double[skills.length * width];
        for (int i = 0; i < skills.length; i++) {
            int at = i * width;
            rows[at] = Math.log1p(popularity[skills[i]]);
            rows[at + 1] = Math.log1p(own.length);
            meanings(skills[i], own, rows, at + 2);
            for (int c = 0; c < columns.size(); c++) {
                rows[at + FIRST_SCORE + c] = columns.get(c)[skills[i]];
            }
        }
        return new Candidates(skills, rows);
    }

    /** Writes the greatest and the mean cosine to what the role has already; NaN when it has nothing. */
    private void meanings(int skill, int[] own, double[] rows, int at) {
        double greatest = Double.NaN;
        double sum = 0;
        for (int other : own) {
            double cosine = KERNELS.dot(meanings[skill], 0, meanings[other], 0, meanings[skill].length);
            greatest = Double.isNaN(greatest) ? cosine : Math.max(greatest, cosine);
            sum += cosine;
        }
        rows[at] = greatest;
        rows[at + 1] = own.length == 0 ? Double.NaN : sum / own.length;
    }

    private float[] inView(RoleView view, int role, float[] cosines) {
        var likeness = new float[table.roles()];
        float[] own = view.rows()[role];
        for (int other = 0; other < likeness.length; other++) {
            double product = 0;
            float[] row = view.rows()[other];
            for (int i = 0; i < own.length; i++) {
                product += own[i] * row[i];
            }
            likeness[other] = (float) (product * (UNALIKE + cosines[other]));
        }
        return RoleNeighbours.shares(table.skills(), likeness, role, IN_VIEW, 1);
    }
}
