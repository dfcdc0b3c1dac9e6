package dev.skillpod.store.json;

/**
 * An interval of legal numbers.
 *
 * @param low the lower end
 * @param lowIncluded whether the lower end itself is legal
 * @param high the upper end, always legal; {@code Double.MAX_VALUE} stands for "any finite number"
 */
public record Range(double low, boolean lowIncluded, double high) {
    /** Any finite number. */
    public static final Range FINITE = closed(-Double.MAX_VALUE, Double.MAX_VALUE);

    /** A share of something: [0, 1]. */
    public static final Range UNIT = closed(0, 1);

    /** A positive share or a probability of something that happened: (0, 1]. */
    public static final Range POSITIVE_UNIT = new Range(0, false, 1);

    /** A finite number from 0 on. */
    public static final Range NOT_NEGATIVE = closed(0, Double.MAX_VALUE);

    /** Returns [low, high]. */
    public static Range closed(double low, double high) {
        return new Range(low, true, high);
    }

    /** Returns whether the number lies inside; false for NaN and infinities. */
    public boolean contains(double number) {
        return Double.isFinite(number) && (lowIncluded ? number >= low : number > low) && number <= high;
    }

    /** Returns the rule as the end of a sentence. */
    public String rule() {
        if (high < Double.MAX_VALUE) {
            return "must be a number in " + (lowIncluded ? "[" : "(") + plain(low) + ", " + plain(high) + "]";
        }
        if (low > -Double.MAX_VALUE) {
            return "must be a number, " + (lowIncluded ? "at least " : "greater than ") + plain(low);
        }
        return "must be a finite number";
    }

    private static String plain(double end) {
        return end == Math.rint(end) ? Long.toString((long) end) : Double.toString(end);
    }
}
