package dev.skillpod.core.tree;

import java.util.Arrays;
import java.util.List;

/** The question of one inner node, as LightGBM writes it: does this row go to the left child? */
sealed interface Split {
    /** The feature asked about, an index into the row. */
    int feature();

    /** Which values of a feature count as missing at a node. */
    enum Missing {
        /** None does; NaN is read as 0. */
        NONE,
        /** NaN and everything in [-1e-35, 1e-35]. */
        ZERO,
        /** NaN only. */
        NAN
    }

    /**
     * Left when the value is at most the threshold; a missing value goes to the default side.
     *
     * @param feature the feature asked about
     * @param threshold the largest value that goes left; +∞ where LightGBM only parts missing values from the rest
     * @param missing which values are missing
     * @param defaultLeft whether missing values go left
     */
    record NumericalSplit(int feature, double threshold, Missing missing, boolean defaultLeft) implements Split {}

    /**
     * Left when the value, cut to an integer, is one of the categories; NaN, negative and unknown values go right.
     *
     * @param feature the feature asked about
     * @param categories the categories that go left: bit {@code k % 32} of word {@code k / 32} stands for category k
     */
    record CategoricalSplit(int feature, List<Integer> categories) implements Split {
        public CategoricalSplit {
            categories = List.copyOf(categories);
        }

        static CategoricalSplit of(int feature, int[] words) {
            return new CategoricalSplit(feature, Arrays.stream(words).boxed().toList());
        }
    }
}
