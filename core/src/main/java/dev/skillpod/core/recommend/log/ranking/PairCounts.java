package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.recommend.log.InteractionLog;

/**
 * How often one item comes before another within the same history. Immutable and thread-safe.
 *
 * <p>Very long logs are counted on every n-th user, so that memory stays bounded.
 */
final class PairCounts {
    /** Items that follow within that many places count as after, where the order means something. */
    private static final int WINDOW = 12;
    /** The same where it does not, and the window is there for very long histories only. */
    private static final int UNORDERED_WINDOW = 300;
    /** Pairs that are counted at most. */
    private static final long MOST_PAIRS = 25_000_000;

    private final SparseMatrix after;
    private final SparseMatrix before;
    private final SparseMatrix next;
    private final double[] counted;

    private PairCounts(SparseMatrix after, SparseMatrix next, double[] counted) {
        this.after = after;
        this.before = after.transpose();
        this.next = next;
        this.counted = counted;
    }

    static PairCounts of(InteractionLog log) {
        int window = log.ordered() ? WINDOW : UNORDERED_WINDOW;
        long pairs = 0;
        for (int user = 0; user < log.users(); user++) {
            pairs += (long) log.length(user) * Math.min(window, log.length(user));
        }
        int every = (int) (1 + pairs / MOST_PAIRS);
        SparseMatrix.Builder after = SparseMatrix.builder(log.items(), log.items());
        SparseMatrix.Builder next = SparseMatrix.builder(log.items(), log.items());
        var counted = new double[log.items()];
        for (int user = 0; user < log.users(); user += every) {
            for (int p = log.start(user); p < log.end(user); p++) {
                counted[log.itemAt(p)]++;
                int end = Math.min(log.end(user), p + 1 + window);
                for (int q = p + 1; q < end; q++) {
                    after.add(log.itemAt(p), log.itemAt(q), 1);
                }
                if (p + 1 < log.end(user)) {
                    next.add(log.itemAt(p), log.itemAt(p + 1), 1);
                }
            }
        }
        return new PairCounts(after.build(), next.build(), counted);
    }

    /** Returns, per row, how often the column's item came within a few places after the row's item. */
    SparseMatrix after() {
        return after;
    }

    /** Returns, per row, how often the column's item came within a few places before the row's item. */
    SparseMatrix before() {
        return before;
    }

    /** Returns, per row, how often the column's item came right after the row's item. */
    SparseMatrix next() {
        return next;
    }

    /** Returns how many of the counted users have an item. */
    double counted(int item) {
        return counted[item];
    }
}
