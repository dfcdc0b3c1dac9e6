package dev.skillpod.store.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What text may be stored, and how a value found is shown in a message. */
public final class Texts {
    /** The most characters (code points) an id has. */
    public static final int MAX_ID = 200;

    /** The most characters (code points) a title or name has. */
    public static final int MAX_NAME = 1_000;

    /** The most characters (code points) a description has. */
    public static final int MAX_TEXT = 100_000;

    private static final int SHOWN = 80;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private Texts() {}

    /** Returns the rule that a text breaks, or null when it may be stored. */
    static @Nullable String broken(String text, int most) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain the NUL character";
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "must be valid Unicode, without lone surrogates";
                }
                i++;
            }
        }
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            return "must be at most " + most + " characters";
        }
        return null;
    }

    /** Returns a value as a message shows it: JSON, on one line, shortened. */
    static String shown(@Nullable JsonNode node) {
        if (node == null) {
            return "";
        }
        if (node.isString()) {
            return quoted(node.stringValue());
        }
        if (node.isObject()) {
            return "an object";
        }
        return node.isArray() ? "a list" : printable(node.toString());
    }

    /** Returns a text in quotes as a message shows it: on one line, shortened. */
    public static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    private static String printable(String text) {
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        String line = UNPRINTABLE
                .matcher(text.substring(0, end))
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
        return end < text.length() ? line + "..." : line;
    }
}
