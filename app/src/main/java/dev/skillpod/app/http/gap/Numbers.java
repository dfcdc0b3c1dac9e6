package dev.skillpod.app.http.gap;

/** Rounds levels and scores for readers. */
final class Numbers {
    private Numbers() {}

    /** Returns a probability or a weight to four decimals. */
    static double fine(double value) {
        return Math.rint(10_000 * value) / 10_000;
    }

    /** Returns a number to one decimal; it never changes the order of two. */
    static double tenths(double value) {
        return Math.rint(10 * value) / 10;
    }
}
