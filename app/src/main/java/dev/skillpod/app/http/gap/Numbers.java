package dev.skillpod.app.http.gap;

/** Rounds levels and scores for readers. */
final class Numbers {
    private Numbers() {}

    /** Returns a number to one decimal; it never changes the order of two. */
    static double tenths(double value) {
        return Math.rint(10 * value) / 10;
    }
}
