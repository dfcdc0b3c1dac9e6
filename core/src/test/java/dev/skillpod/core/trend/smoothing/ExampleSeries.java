package dev.skillpod.core.trend.smoothing;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Six years of months with known structure; the same formulas stand in the commands that made the golden numbers. */
final class ExampleSeries {
    private ExampleSeries() {}

    /** A level, and nothing else. */
    static double[] flat() {
        return months(t -> 50 + 0.2 * noise(t));
    }

    /** A straight line and a season of a fixed size. */
    static double[] additive() {
        return months(t -> 300 + 1.5 * t + 40 * Math.sin(2 * Math.PI * t / 12) + 0.3 * noise(t));
    }

    /** A straight line, and a season and errors in proportion to it. */
    static double[] multiplicative() {
        return months(t -> (300 + 4 * t) * (1 + 0.3 * Math.sin(2 * Math.PI * t / 12)) * (1 + 0.002 * noise(t)));
    }

    /** A random walk upwards. */
    static double[] walk() {
        double[] values = months(t -> 1 + 0.05 * noise(t));
        double sum = 200;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            values[t] = sum;
        }
        return values;
    }

    private static double[] months(IntToDoubleFunction value) {
        return IntStream.range(0, 72).mapToDouble(value).toArray();
    }

    private static double noise(int t) {
        return (t * 7919L) % 101 - 50;
    }
}
