package dev.skillpod.app.serving;

/** Shortens a caller's text so that it can be repeated in a message. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** Returns at most 60 characters of a text, without control characters and halves of surrogate pairs. */
    public static String of(String text) {
        var shown = new StringBuilder(Math.min(text.length(), LONGEST + 2));
        int i = 0;
        for (int n = 0; i < text.length() && n < LONGEST; n++) {
            int c = text.codePointAt(i);
            boolean bad = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
            shown.appendCodePoint(bad ? 0xFFFD : c);
            i += Character.charCount(c);
        }
        return i < text.length() ? shown + "…" : shown.toString();
    }
}
