package dev.skillpod.core.text;

import dev.skillpod.core.math.SparseMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public static final int PHRASE_TERMS = 48;

    /** Terms of a query that are looked up. */
    public static final int QUERY_TERMS = 96;

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
        private final Map<Integer, Float> sum = new HashMap<>();

        private Query() {}

        /**
         * Adds a phrase of this index.
         *
         * @param weight greater than 0
         */
        public Query add(Phrase phrase, float weight) {
            for (int i = 0; i < phrase.terms().length; i++) {
                sum.merge(phrase.terms()[i], weight * phrase.weights()[i], Float::sum);
            }
            return this;
        }

        /**
         * Returns the cosine of each document to the query, in [0, 1]; 0 where no looked-up term is shared, and for an empty
         * query.
         */
        public float[] cosines() {
            var cosines = new float[size()];
            double square = 0;
            for (float weight : sum.values()) {
                square += weight * weight;
            }
            float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
            sum.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<Integer, Float> term) -> -term.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .limit(QUERY_TERMS)
                    .forEachOrdered(term -> look(term.getKey(), scale * term.getValue(), cosines));
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
        int[] heaviest = IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]).thenComparing(i -> i))
                .limit(PHRASE_TERMS)
                .mapToInt(Integer::intValue)
                .toArray();
        var weights = new float[heaviest.length];
        for (int i = 0; i < heaviest.length; i++) {
            weights[i] = values[heaviest[i]];
        }
        return new Phrase(Arrays.stream(heaviest).map(i -> terms[i]).toArray(), weights);
    }
}
