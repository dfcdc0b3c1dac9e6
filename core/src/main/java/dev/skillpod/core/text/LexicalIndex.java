package dev.skillpod.core.text;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Likeness by shared terms: cosines of TF-IDF rows of words and character n-grams, over an inverted index.
 *
 * <p>A query is a weighted sum of phrases; texts and documents give phrases. A phrase keeps its {@value #PHRASE_TERMS}
 * heaviest terms, and of a query the {@value #QUERY_TERMS} heaviest are looked up, which bounds the time; what is
 * left out weighs little. Immutable and thread-safe.
 */
public final class LexicalIndex {
    /** Terms that a phrase keeps. */
    public static final int PHRASE_TERMS = 24;

    /** Terms of a query that are looked up. */
    public static final int QUERY_TERMS = 64;

    private final TermWeights weights;
    private final SparseMatrix postings;
    private final Phrase[] documents;

    /**
     * What a text says, in the terms of one index.
     *
     * @param terms columns of the index's vocabulary, the heaviest first
     * @param weights of each term, positive; their squares sum to 1 at most
     */
    public record Phrase(int[] terms, float[] weights) {}

    private LexicalIndex(TermWeights weights, SparseMatrix rows) {
        this.weights = weights;
        this.postings = rows.transpose();
        this.documents = IntStream.range(0, rows.rows())
                .mapToObj(row -> phrase(rows, row))
                .toArray(Phrase[]::new);
    }

    /** Indexes texts, by their place in the list. */
    public static LexicalIndex of(List<String> texts) {
        var terms = texts.parallelStream().map(Terms::of).toList();
        TermWeights weights = TermWeights.fit(terms, 1);
        return new LexicalIndex(weights, weights.rows(terms));
    }

    /** Returns the number of documents. */
    public int size() {
        return documents.length;
    }

    /** Returns what any text says; without terms when it shares none with any document. */
    public Phrase phrase(String text) {
        return phrase(weights.rows(List.of(Terms.of(text))), 0);
    }

    /** Returns what a document says; {@code document} is in [0, size). */
    public Phrase phrase(int document) {
        return documents[document];
    }

    /** Returns an empty query. */
    public Query query() {
        return new Query();
    }

    /** A weighted sum of phrases. Not thread-safe. */
    public final class Query {
        /** Terms with weights as bits: the term in the high half, so that sorting brings equal terms together. */
        private long[] entries = new long[4 * PHRASE_TERMS];

        private int size;

        private Query() {}

        /**
         * Adds a phrase of this index.
         *
         * @param weight greater than 0
         */
        public Query add(Phrase phrase, float weight) {
            if (size + phrase.terms().length > entries.length) {
                entries = Arrays.copyOf(entries, 2 * entries.length + phrase.terms().length);
            }
            for (int i = 0; i < phrase.terms().length; i++) {
                // Weights are positive, so their bits are too.
                int bits = Float.floatToRawIntBits(weight * phrase.weights()[i]);
                entries[size++] = (long) phrase.terms()[i] << Integer.SIZE | bits;
            }
            return this;
        }

        /**
         * Returns the cosine of each document to the query, in [0, 1]; 0 where no looked-up term is shared, and for an empty
         * query.
         */
        public float[] cosines() {
            var cosines = new float[documents.length];
            Arrays.sort(entries, 0, size);
            var heaviest = new TopK(QUERY_TERMS);
            double square = 0;
            for (int from = 0, to; from < size; from = to) {
                int term = (int) (entries[from] >>> Integer.SIZE);
                float weight = 0;
                for (to = from; to < size && (int) (entries[to] >>> Integer.SIZE) == term; to++) {
                    weight += Float.intBitsToFloat((int) entries[to]);
                }
                square += weight * weight;
                heaviest.offer(term, weight);
            }
            if (square > 0) {
                int[] terms = heaviest.indices();
                float[] weights = heaviest.scores();
                float scale = (float) (1 / Math.sqrt(square));
                for (int i = 0; i < terms.length; i++) {
                    look(terms[i], scale * weights[i], cosines);
                }
            }
            return cosines;
        }

        private void look(int term, float weight, float[] scores) {
            for (int p = postings.rowStart(term); p < postings.rowEnd(term); p++) {
                scores[postings.columnAt(p)] += weight * postings.valueAt(p);
            }
        }
    }

    private static Phrase phrase(SparseMatrix rows, int row) {
        int[] terms = rows.rowColumns(row);
        float[] values = rows.rowValues(row);
        var heaviest = new TopK(PHRASE_TERMS); // columns ascend, so that of equal weights the first is kept
        for (int i = 0; i < terms.length; i++) {
            heaviest.offer(terms[i], values[i]);
        }
        return new Phrase(heaviest.indices(), heaviest.scores());
    }
}
