package dev.skillpod.app.serving;

import java.util.Locale;

/** Why an answer was not made as it should be, by the model that the learner gets and with all that is known. */
public enum Fallback {
    /** Profile and events could not be read: the answer knows of the learner what the request says. */
    WITHOUT_HISTORY,
    /** The challenger failed, and the champion answered in its place. */
    CHALLENGER_FAILED,
    /** Nothing is known of the learner, or nothing is trained: the list shows what is popular. */
    POPULAR_FALLBACK;

    /** Returns the reason as answers and metrics write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
