package dev.skillpod.core.activity;

/**
 * Yearly pay offered.
 *
 * @param low the least, above 0
 * @param high the most, at least {@code low}
 * @param currency ISO 4217 code, such as {@code EUR}
 */
public record PayRange(double low, double high, String currency) {
    public PayRange {
        if (!(low > 0 && high >= low && Double.isFinite(high))) {
            throw new IllegalArgumentException("pay must be 0 < low <= high, was " + low + " to " + high);
        }
    }

    /** Returns the middle of the range. */
    public double middle() {
        return (low + high) / 2;
    }
}
