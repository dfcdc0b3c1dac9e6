package dev.skillpod.core.tree;

import java.util.List;

/** What boosting minimises, with the settings that only this objective has. */
public sealed interface TreeObjective {
    /**
     * Ranks the rows of each group (LambdaMART: Burges, "From RankNet to LambdaRank to LambdaMART", 2010). Labels are
     * relevance grades: integers from 0, each an index into {@code labelGain}.
     *
     * @param labelGain gain of each grade, from grade 0, at least 2 and at most 32 values in [0, 1e9]
     * @param truncationLevel how many top ranks of a group take part in pairs, in [1, 1000]; a little above the cut-off
     *     that matters
     * @param ndcgAt cut-off of the NDCG that early stopping watches, in [1, 1000]
     */
    record LambdaRank(List<Double> labelGain, int truncationLevel, int ndcgAt) implements TreeObjective {
        public LambdaRank {
            labelGain = List.copyOf(labelGain);
            Range.check("labelGain.size()", labelGain.size(), 2, 32);
            labelGain.forEach(gain -> Range.check("labelGain", gain, 0, 1e9));
            Range.check("truncationLevel", truncationLevel, 1, 1000);
            Range.check("ndcgAt", ndcgAt, 1, 1000);
        }

        /** Five grades with gains 2^grade − 1, truncation level 30, NDCG@10. */
        public static LambdaRank defaults() {
            return new LambdaRank(List.of(0.0, 1.0, 3.0, 7.0, 15.0), 30, 10);
        }
    }

    /** Logistic loss; labels are 0 or 1, raw scores are log-odds. Early stopping watches the log loss. */
    record Binary() implements TreeObjective {}

    /** Squared error; early stopping watches the mean squared error. */
    record Regression() implements TreeObjective {}

    /**
     * Pinball loss of one quantile; early stopping watches it too.
     *
     * @param alpha the quantile, in [0.001, 0.999]
     */
    record Quantile(double alpha) implements TreeObjective {
        public Quantile {
            Range.check("alpha", alpha, 0.001, 0.999);
        }
    }
}
