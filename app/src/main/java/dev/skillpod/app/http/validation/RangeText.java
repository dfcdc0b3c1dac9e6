package dev.skillpod.app.http.validation;

/** Writes ranges and numbers as people do. */
public final class RangeText {
    private static final double LARGEST_EXACT = 1e15;

    private RangeText() {}

    /** Returns the range as in {@code [0, 100]} or {@code (0, 1]}. */
    public static String of(InRange range) {
        return (range.fromExclusive() ? "(" : "[") + number(range.from()) + ", " + number(range.to()) + "]";
    }

    /** Returns a whole number without a fraction. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
