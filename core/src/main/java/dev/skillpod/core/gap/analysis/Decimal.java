package dev.skillpod.core.gap.analysis;

/** Writes numbers with one decimal, whatever the locale; {@link String#format} takes ten times as long. */
final class Decimal {
    private Decimal() {}

    /** Returns the number rounded to one decimal. */
    static String of(double value) {
        long tenths = Math.round(10 * Math.abs(value));
        return (value < 0 && tenths > 0 ? "-" : "") + tenths / 10 + "." + tenths % 10;
    }

    /** Returns the same with a sign in front of it, + for zero. */
    static String signed(double value) {
        String text = of(value);
        return text.startsWith("-") ? text : "+" + text;
    }
}
