package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.text.TermWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Similarities of texts: of every known content to every known and to every new one. Per field they are cosines of TF-IDF
 * rows whose vocabulary and rarities come from the known contents alone; jointly they are the sum of the cosines, weighted
 * by the squares of the fields' weights.
 */
final class TextKernel {
    private final List<DenseMatrix> fields = new ArrayList<>();
    private final DenseMatrix known;
    private final DenseMatrix joint;

    private TextKernel(int knownCount, int newCount) {
        this.known = DenseMatrix.zeros(knownCount, knownCount);
        this.joint = DenseMatrix.zeros(knownCount, newCount);
    }

    static TextKernel of(List<TextField> fields, int[] knownItems, int[] newItems, ParallelLoop loop) {
        var kernel = new TextKernel(knownItems.length, newItems.length);
        for (TextField field : fields) {
            List<Map<String, Integer>> texts = texts(field, knownItems);
            TermWeights weights = TermWeights.fit(texts, field.leastDocuments());
            SparseMatrix rows = weights.rows(texts);
            float square = (float) (field.weight() * field.weight());
            kernel.known.add(square, cosines(rows, rows, loop));
            DenseMatrix toNew = cosines(rows, weights.rows(texts(field, newItems)), loop);
            kernel.joint.add(square, toNew);
            kernel.fields.add(toNew);
        }
        return kernel;
    }

    /** Returns the joint similarities among known contents. */
    DenseMatrix known() {
        return known;
    }

    /** Returns the joint similarities, known contents by new ones. */
    DenseMatrix joint() {
        return joint;
    }

    /** Returns the similarities in each field, known contents by new ones. */
    List<DenseMatrix> fields() {
        return fields;
    }

    private static List<Map<String, Integer>> texts(TextField field, int[] items) {
        return Arrays.stream(items).mapToObj(item -> field.terms().get(item)).toList();
    }

    private static DenseMatrix cosines(SparseMatrix left, SparseMatrix right, ParallelLoop loop) {
        SparseMatrix postings = right.transpose();
        DenseMatrix cosines = DenseMatrix.zeros(left.rows(), right.rows());
        loop.forEach(left.rows(), row -> {
            for (int p = left.rowStart(row); p < left.rowEnd(row); p++) {
                int term = left.columnAt(p);
                for (int q = postings.rowStart(term); q < postings.rowEnd(term); q++) {
                    cosines.values()[row * right.rows() + postings.columnAt(q)] +=
                            left.valueAt(p) * postings.valueAt(q);
                }
            }
        });
        return cosines;
    }
}
