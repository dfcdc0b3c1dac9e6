package dev.skillpod.core.text;

import dev.skillpod.core.math.SparseMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vocabulary with the weight of each term, fitted to documents: TF-IDF with sublinear term frequency,
 * {@code (1 + ln tf) (1 + ln((N + 1) / (df + 1)))}, scaled to unit rows (Salton and Buckley 1988). Immutable and thread-safe.
 */
public final class TermWeights {
    private final Map<String, Integer> columns;
    private final float[] rarity;

    private TermWeights(Map<String, Integer> columns, float[] rarity) {
        this.columns = columns;
        this.rarity = rarity;
    }

    /**
     * Fits a vocabulary.
     *
     * @param documents the terms of each document
     * @param leastDocuments terms of fewer documents are left out, at least 1
     */
    public static TermWeights fit(List<Map<String, Integer>> documents, int leastDocuments) {
        if (leastDocuments < 1) {
            throw new IllegalArgumentException("leastDocuments must be at least 1, was " + leastDocuments);
        }
        var counts = new TreeMap<String, Integer>();
        for (Map<String, Integer> document : documents) {
            document.keySet().forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < leastDocuments);
        var columns = new HashMap<String, Integer>();
        var rarity = new float[counts.size()];
        counts.forEach((term, count) -> {
            rarity[columns.size()] = (float) (1 + Math.log((documents.size() + 1.0) / (count + 1.0)));
            columns.put(term, columns.size());
        });
        return new TermWeights(columns, rarity);
    }

    /** Returns the number of terms. */
    public int size() {
        return rarity.length;
    }

    /**
     * Returns documents as rows of length 1, whose products are cosines; one without a known term is an empty row.
     *
     * @param documents the terms of each, whether or not they were fitted to
     */
    public SparseMatrix rows(List<Map<String, Integer>> documents) {
        SparseMatrix.Builder rows = SparseMatrix.builder(documents.size(), size());
        for (int d = 0; d < documents.size(); d++) {
            var weights = new TreeMap<Integer, Double>();
            documents.get(d).forEach((term, count) -> {
                Integer column = columns.get(term);
                if (column != null) {
                    weights.put(column, (1 + Math.log(count)) * rarity[column]);
                }
            });
            double norm =
                    Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
            int row = d;
            weights.forEach((column, weight) -> rows.add(row, column, (float) (weight / norm)));
        }
        return rows.build();
    }
}
