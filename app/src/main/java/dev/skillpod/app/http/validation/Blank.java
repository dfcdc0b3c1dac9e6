package dev.skillpod.app.http.validation;

/** Says whether a text can be seen. */
public final class Blank {
    private Blank() {}

    /** Returns whether a text is empty or nothing but white space, as {@code \s} of regular expressions on Unicode has it. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != 0x85 && c != 0xFEFF) {
                return false;
            }
        }
        return true;
    }
}
