package dev.skillpod.core.gap.role;

import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.ranking.IsotonicCalibration;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.CatalogIndex.RoleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which skills a role of the catalogue requires beyond those written down, or which a role requires that only a text
 * describes: how probably, at which level, how important.
 *
 * <p>A role with requirements is completed by {@link RoleEase} from its skills, the meaning of its text and its area; one
 * without, or a text, by {@link ViewRegression} on the text and, where it is known, the area. Probabilities are calibrated
 * on the catalogue itself: for completions by hiding 30 % of the requirements of some roles, for descriptions by leaving each
 * role out. So a completion's probability says how often such a skill is one of those forgotten when 30 % are. Levels and
 * importances are means over the roles that require the skill, weighted by likeness in meaning.
 *
 * <p>Built from the catalogue alone, at the start of the service; a question costs the product of roles and skills.
 * Deterministic for any number of threads; immutable and thread-safe.
 */
public final class RoleSkillModel {
    private static final double AREA_WEIGHT = 0.5;
    private static final double TEXT_WEIGHT = 1.5;

    private static final double REGRESSION_PENALTY = 0.5;
    private static final double LEAST_IMPORTANCE = 0.1;
    private static final double LEAST_LIKENESS = 0.02;
    private static final int MOST_THREADS = 4;

    private final CatalogIndex index;
    private final RoleTexts texts;

    /** Of the roles with requirements, in the catalogue's order: what one without does not require is not known. */
    private final RoleTable table;

    /** Roles of the catalogue by row of the table. */
    private final int[] taught;

    private final float[][] areas;
    private final SparseMatrix bySkill;
    private final RoleEase ease;
    private final ViewRegression regression;
    private final IsotonicCalibration completed;
    private final IsotonicCalibration described;

    private RoleSkillModel(CatalogIndex index, ParallelLoop loop) {
        this.index = index;
        texts = new RoleTexts(
                index.embedding().roles(), index.embedding().embedder().dimension());
        taught = IntStream.range(0, texts.rows().length)
                .filter(role -> index.role(role).skills().length > 0)
                .toArray();
        areas = areas(index.catalog().roles());
        table = table();
        bySkill = table.skills().transpose();
        RoleEaseConfig config = RoleEaseConfig.defaults();
        ease = RoleEase.fit(table, config, loop);
        regression = new ViewRegression(table, REGRESSION_PENALTY, loop);
        completed = RoleCalibration.ofCompletion(table, config, loop);
        described = RoleCalibration.ofRegression(table, regression, loop);
    }

    /** Learns from the roles of a catalogue and the meanings of their texts; the catalogue may have none. */
    public static RoleSkillModel of(CatalogIndex index) {
        try (var loop =
                new ParallelLoop(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()))) {
            return new RoleSkillModel(index, loop);
        }
    }

    /**
     * Returns what a role of the catalogue probably requires beyond what is written down.
     *
     * @param role index in the catalogue
     * @param most how many at most, at least 1
     * @return the most probable first, of equally probable ones the higher scored; without those the role has
     */
    public List<RequiredSkill> complete(int role, int most) {
        float[] text = texts.rows()[role];
        int row = Arrays.binarySearch(taught, role);
        if (row < 0) {
            float[] likeness = table.likeness(new float[][] {text, areas[role]});
            return best(regression.scores(likeness), described, new int[0], text, most);
        }
        return best(ease.scores(row), completed, table.skills().rowColumns(row), text, most);
    }

    /**
     * Returns what the role that a text describes probably requires.
     *
     * @param text a title or a description
     * @param most how many at most, at least 1
     * @return the most probable first
     */
    public List<RequiredSkill> describe(String text, int most) {
        float[] row = texts.of(index.embedding().embedder().embed(text));
        return best(regression.scores(table.likeness(new float[][] {row, {}})), described, new int[0], row, most);
    }

    private List<RequiredSkill> best(
            float[] scores, IsotonicCalibration calibration, int[] own, float[] text, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, was " + most);
        }
        float[] likeness = table.likeness(new float[][] {text, {}});
        var best = new ArrayList<RequiredSkill>();
        for (int skill : RoleCalibration.best(scores, own, most)) {
            // A skill that no role requires has a score, too, but nothing speaks for it.
            if (bySkill.rowLength(skill) > 0) {
                best.add(required(skill, Math.clamp(calibration.probability(scores[skill]), 0, 1), likeness));
            }
        }
        best.sort(Comparator.comparingDouble(RequiredSkill::probability).reversed());
        return List.copyOf(best);
    }

    /** Adds level and importance as the roles see them that require the skill, those alike in meaning above all. */
    private RequiredSkill required(int skill, double probability, float[] likeness) {
        double level = 0;
        double importance = 0;
        double total = 0;
        for (int p = bySkill.rowStart(skill); p < bySkill.rowEnd(skill); p++) {
            RoleRow row = index.role(taught[bySkill.columnAt(p)]);
            double alike = Math.max(0, likeness[bySkill.columnAt(p)] / TEXT_WEIGHT);
            double weight = LEAST_LIKENESS + alike * alike;
            int at = 0;
            while (row.skills()[at] != skill) {
                at++;
            }
            level += weight * bySkill.valueAt(p) * row.levels()[at];
            importance += weight * row.importances()[at] * bySkill.valueAt(p);
            total += weight * bySkill.valueAt(p);
        }
        return new RequiredSkill(
                skill, probability, (int) Math.round(level / total), Math.clamp(importance / total, 0, 1));
    }

    private RoleTable table() {
        var skills = SparseMatrix.builder(taught.length, index.skillCount());
        for (int r = 0; r < taught.length; r++) {
            RoleRow row = index.role(taught[r]);
            for (int i = 0; i < row.skills().length; i++) {
                skills.add(r, row.skills()[i], (float) Math.clamp(row.importances()[i], LEAST_IMPORTANCE, 1));
            }
        }
        return new RoleTable(
                skills.build(),
                List.of(
                        new RoleView("text", TEXT_WEIGHT, rows(texts.rows())),
                        new RoleView("area", AREA_WEIGHT, rows(areas))));
    }

    private float[][] rows(float[][] ofRoles) {
        return Arrays.stream(taught).mapToObj(role -> ofRoles[role]).toArray(float[][]::new);
    }

    /** Returns a column per area; a row of zeros where it is not known. */
    private static float[][] areas(List<Role> roles) {
        List<String> names = roles.stream()
                .map(Role::area)
                .filter(area -> !area.isBlank())
                .distinct()
                .toList();
        var rows = new float[roles.size()][names.size()];
        for (int r = 0; r < rows.length; r++) {
            int area = names.indexOf(roles.get(r).area());
            if (area >= 0) {
                rows[r][area] = 1;
            }
        }
        return rows;
    }
}
