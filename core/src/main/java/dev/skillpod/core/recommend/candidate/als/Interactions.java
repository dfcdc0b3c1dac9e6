package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.SparseMatrix;
import java.time.Instant;

/**
 * What learners did with items, as training data.
 *
 * @param byLearner learners in rows, items in columns; an entry is a confidence weight, greater than 0 (1 for plain
 *     "has used it"); pairs without entry were not seen
 * @param from the earliest event behind the entries (inclusive)
 * @param until the end of the data window (exclusive)
 * @param source {@code synthetic}, {@code real} or {@code mixed}
 */
public record Interactions(SparseMatrix byLearner, Instant from, Instant until, String source) {
    public Interactions {
        for (int position = 0; position < byLearner.entries(); position++) {
            if (!(byLearner.valueAt(position) > 0)) {
                throw new IllegalArgumentException("confidence weights must be greater than 0, was "
                        + byLearner.valueAt(position) + " for item " + byLearner.columnAt(position));
            }
        }
        if (from.isAfter(until)) {
            throw new IllegalArgumentException("from must not be after until, were " + from + " and " + until);
        }
    }
}
