package dev.skillpod.core.text;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Search by shared terms: cosine between TF-IDF vectors of words and character n-grams, over an inverted index.
 *
 * <p>A query is a weighted sum of texts and of documents. Only its {@value #MOST_TERMS} heaviest terms are looked up, which
 * bounds the time of a search; what is left out changes the cosine little, and the order less. Immutable and thread-safe.
 */
public final class LexicalIndex {
    /** Terms of a query that are looked up. */
    public static final int MOST_TERMS = 96;

    private final TermWeights weights;
    private final SparseMatrix documents;
    private final SparseMatrix postings;

    private LexicalIndex(TermWeights weights, SparseMatrix documents) {
        this.weights = weights;
        this.documents = documents;
        this.postings = documents.transpose();
    }

    /** Indexes texts, by their place in the list. */
    public static LexicalIndex of(List<String> texts) {
        var terms = texts.parallelStream().map(Terms::of).toList();
        TermWeights weights = TermWeights.fit(terms, 1);
        return new LexicalIndex(weights, weights.rows(terms));
    }

    /** Returns the number of documents. */
    public int size() {
        return documents.rows();
    }

    /** Returns an empty query. */
    public Query query() {
        return new Query();
    }

    /** A weighted sum of texts and documents. Not thread-safe. */
    public final class Query {
        private final float[] sum = new float[weights.size()];

        private Query() {}

        /** Adds a text, scaled to length 1 before it is weighed. */
        public Query addText(String text, float weight) {
            return add(weights.rows(List.of(Terms.of(text))), 0, weight);
        }

        /** Adds what a document says. */
        public Query addDocument(int document, float weight) {
            return add(documents, document, weight);
        }

        private Query add(SparseMatrix rows, int row, float weight) {
            for (int p = rows.rowStart(row); p < rows.rowEnd(row); p++) {
                sum[rows.columnAt(p)] += weight * rows.valueAt(p);
            }
            return this;
        }

        /**
         * Returns the documents that share a term with the query, best first; of equal ones the lower index first.
         *
         * @param limit the most to return, at least 1
         * @param eligible what may be returned
         */
        public int[] top(int limit, IntPredicate eligible) {
            var scores = new float[size()];
            for (int term : heaviest()) {
                for (int p = postings.rowStart(term); p < postings.rowEnd(term); p++) {
                    scores[postings.columnAt(p)] += sum[term] * postings.valueAt(p);
                }
            }
            var top = new TopK(limit);
            for (int d = 0; d < scores.length; d++) {
                if (scores[d] > 0 && eligible.test(d)) {
                    top.offer(d, scores[d]);
                }
            }
            return top.indices();
        }

        private int[] heaviest() {
            int[] used = IntStream.range(0, sum.length).filter(t -> sum[t] > 0).toArray();
            if (used.length <= MOST_TERMS) {
                return used;
            }
            return Arrays.stream(used)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer t) -> -sum[t]).thenComparing(t -> t))
                    .limit(MOST_TERMS)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
