package dev.skillpod.core.text;

import dev.skillpod.core.math.SparseMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        var counts = new HashMap<String, Integer>();
        for (Map<String, Integer> document : documents) {
            document.keySet().forEach(term -> counts.merge(term, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < leastDocuments);
        Map<String, Integer> columns = HashMap.newHashMap(counts.size());
        var rarity = new float[counts.size()];
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(term -> {
            rarity[columns.size()] = (float) (1 + Math.log((documents.size() + 1.0) / (term.getValue() + 1.0)));
            columns.put(term.getKey(), columns.size());
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
            row(documents.get(d), d, rows);
        }
        return rows.build();
    }

    private void row(Map<String, Integer> document, int row, SparseMatrix.Builder rows) {
        var known = new long[document.size()]; // column and count, so that sorting is by column
        int size = 0;
        for (Map.Entry<String, Integer> term : document.entrySet()) {
            Integer column = columns.get(term.getKey());
            if (column != null) {
                known[size++] = (long) column << Integer.SIZE | term.getValue();
            }
        }
        Arrays.sort(known, 0, size);
        var weights = new double[size];
        double square = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = (1 + Math.log((int) known[i])) * rarity[(int) (known[i] >>> Integer.SIZE)];
            square += weights[i] * weights[i];
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < size; i++) {
            rows.add(row, (int) (known[i] >>> Integer.SIZE), (float) (weights[i] / norm));
        }
    }
}
