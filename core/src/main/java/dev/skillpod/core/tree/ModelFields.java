package dev.skillpod.core.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code key=value} lines of one section of a model text (the header, or one tree), with strict typed access.
 *
 * <p>Every failure names the section and the key. Not thread-safe; lives only while a text is parsed.
 */
final class ModelFields {
    private final String section;
    private final Map<String, String> values;

    private ModelFields(String section, Map<String, String> values) {
        this.section = section;
        this.values = values;
    }

    /**
     * Reads the lines of {@code text}. Lines without {@code =} become keys with an empty value.
     *
     * @throws MalformedModelException when a key comes twice
     */
    static ModelFields of(String section, String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals);
            String value = equals < 0 ? "" : line.substring(equals + 1);
            if (values.putIfAbsent(key, value) != null) {
                throw new MalformedModelException(section + ": " + excerpt(key) + " is given twice");
            }
        });
        return new ModelFields(section, values);
    }

    MalformedModelException malformed(String message) {
        return new MalformedModelException(section + ": " + message);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    String required(String key) {
        return text(key).orElseThrow(() -> malformed(key + " is missing"));
    }

    /** Returns an integer in [min, max]. */
    int integer(String key, int min, int max) {
        return integer(key, required(key), min, max);
    }

    /** Returns exactly {@code length} integers in [min, max]. */
    int[] integers(String key, int length, int min, int max) {
        String[] words = words(key, length);
        int[] numbers = new int[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = integer(key, words[i], min, max);
        }
        return numbers;
    }

    /** Returns exactly {@code length} unsigned 32-bit words, as the bits of an int. */
    int[] unsignedIntegers(String key, int length) {
        String[] words = words(key, length);
        int[] numbers = new int[length];
        for (int i = 0; i < length; i++) {
            try {
                numbers[i] = Integer.parseUnsignedInt(words[i]);
            } catch (NumberFormatException e) {
                throw malformed(key + " must hold unsigned 32-bit integers, was " + excerpt(words[i]));
            }
        }
        return numbers;
    }

    /** Returns exactly {@code length} finite numbers. */
    double[] numbers(String key, int length) {
        String[] words = words(key, length);
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = number(key, words[i]);
        }
        return numbers;
    }

    /** Returns exactly {@code length} numbers, finite or {@code inf}. */
    double[] thresholds(String key, int length) {
        String[] words = words(key, length);
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = words[i].equals("inf") ? Double.POSITIVE_INFINITY : number(key, words[i]);
        }
        return numbers;
    }

    /** Returns exactly {@code length} blank-separated words. */
    String[] words(String key, int length) {
        String value = required(key);
        String[] words = value.isEmpty() ? new String[0] : value.split(" ", -1);
        if (words.length != length) {
            throw malformed(key + " must hold " + length + " values, held " + words.length);
        }
        return words;
    }

    /** Parses a finite number in the plain decimal form that LightGBM writes. */
    double number(String key, String word) {
        double number = Double.NaN;
        // Double.parseDouble also takes "NaN", "0x1p3", "1d" and blanks, none of which LightGBM writes.
        if (word.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            try {
                number = Double.parseDouble(word);
            } catch (NumberFormatException e) {
                number = Double.NaN;
            }
        }
        if (!Double.isFinite(number)) {
            throw malformed(key + " must hold finite numbers, was " + excerpt(word));
        }
        return number;
    }

    private int integer(String key, String word, int min, int max) {
        try {
            int number = Integer.parseInt(word);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw malformed(key + " must be an integer, was " + excerpt(word));
        }
        throw malformed(key + " must be in [" + min + ", " + max + "], was " + word);
    }

    /** Keeps what a damaged file says from flooding a message. */
    private static String excerpt(String text) {
        String start = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return '"' + start.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
