package dev.skillpod.core.gap.relation;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike the company is that two skills keep in roles, contents and postings: AWS and Azure go with the same skills even
 * where they never go together.
 *
 * <p>A row per skill of positive pointwise mutual information with the others (Church and Hanks 1990), each value times
 * {@code count / (count + 0.5)}, so that one meeting does not count like many. The likeness of two skills is the cosine of
 * their rows, without their own two columns: what they are to each other says nothing here. Immutable and thread-safe.
 */
final class SkillContexts {
    private static final double SHRINKAGE = 0.5;

    /** A context of more skills than this is a list of everything, which says little and costs its square. */
    private static final int MOST_SKILLS = 200;

    private final SparseMatrix rows;

    private SkillContexts(SparseMatrix rows) {
        this.rows = rows;
    }

    static SkillContexts of(CatalogIndex index, List<JobPosting> postings) {
        int n = index.skillCount();
        var counts = SparseMatrix.builder(n, n);
        Catalog catalog = index.catalog();
        for (int r = 0; r < catalog.roles().size(); r++) {
            CatalogIndex.RoleRow role = index.role(r);
            add(counts, role.skills(), role.importances());
        }
        for (int c = 0; c < index.contentCount(); c++) {
            CatalogIndex.ContentRow content = index.content(c);
            add(counts, content.skills(), content.weights());
        }
        for (JobPosting posting : postings) {
            int[] asked = posting.skills().stream()
                    .flatMapToInt(s -> catalog.skillIndex(s.skillId()).stream())
                    .distinct()
                    .toArray();
            var ones = new float[asked.length];
            Arrays.fill(ones, 1);
            add(counts, asked, ones);
        }
        return new SkillContexts(information(counts.build()));
    }

    /** Returns how alike the company of two skills is, in [0, 1]; 0 where one of them keeps none. */
    double likeness(int skill, int other) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        int p = rows.rowStart(skill);
        int q = rows.rowStart(other);
        while (p < rows.rowEnd(skill) || q < rows.rowEnd(other)) {
            int column = p < rows.rowEnd(skill) ? rows.columnAt(p) : Integer.MAX_VALUE;
            int otherColumn = q < rows.rowEnd(other) ? rows.columnAt(q) : Integer.MAX_VALUE;
            int least = Math.min(column, otherColumn);
            double value = column == least ? rows.valueAt(p++) : 0;
            double otherValue = otherColumn == least ? rows.valueAt(q++) : 0;
            if (least != skill && least != other) {
                product += value * otherValue;
                square += value * value;
                otherSquare += otherValue * otherValue;
            }
        }
        return product > 0 ? product / Math.sqrt(square * otherSquare) : 0;
    }

    private static void add(SparseMatrix.Builder counts, int[] skills, float[] weights) {
        if (skills.length > MOST_SKILLS) {
            return;
        }
        for (int i = 0; i < skills.length; i++) {
            for (int j = 0; j < skills.length; j++) {
                if (skills[i] != skills[j]) {
                    counts.add(skills[i], skills[j], weights[i] * weights[j]);
                }
            }
        }
    }

    private static SparseMatrix information(SparseMatrix counts) {
        double[] totals = IntStream.range(0, counts.rows())
                .mapToDouble(row -> IntStream.range(counts.rowStart(row), counts.rowEnd(row))
                        .mapToDouble(counts::valueAt)
                        .sum())
                .toArray();
        double all = Arrays.stream(totals).sum();
        var information = SparseMatrix.builder(counts.rows(), counts.columns());
        for (int row = 0; row < counts.rows(); row++) {
            for (int p = counts.rowStart(row); p < counts.rowEnd(row); p++) {
                double count = counts.valueAt(p);
                double ratio = count * all / (totals[row] * totals[counts.columnAt(p)]);
                if (ratio > 1) {
                    information.add(row, counts.columnAt(p), (float) (Math.log(ratio) * count / (count + SHRINKAGE)));
                }
            }
        }
        return information.build();
    }
}
