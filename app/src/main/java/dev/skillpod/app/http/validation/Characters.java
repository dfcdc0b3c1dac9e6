package dev.skillpod.app.http.validation;

/** Looks at the characters of texts. */
public final class Characters {
    private Characters() {}

    /** Returns whether a text is empty or nothing but white space, as {@code \s} of regular expressions on Unicode has it. */
    public static boolean blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x85 && c != 0xFEFF) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a text has control characters, line breaks and tabs among them. */
    public static boolean control(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of code points. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns whether a text can be an id or a name: 1 to {@code max} characters, not blank, no control characters. */
    public static boolean name(String text, int max) {
        return (text.length() <= max || count(text) <= max) && !blank(text) && !control(text);
    }
}
