package dev.skillpod.core.monitoring;

import java.util.function.IntConsumer;

/** Which rows of a list are looked at: a few, evenly over the candidates, the same ones in training and serving. */
final class RowSample {
    /** Rows of one list. They are much alike, so more would say little. */
    static final int ROWS = 8;

    private RowSample() {}

    /** Names the rows out of {@code count}. */
    static void forEach(int count, IntConsumer row) {
        int n = Math.min(ROWS, count);
        for (int i = 0; i < n; i++) {
            row.accept((int) ((long) i * count / n));
        }
    }
}
