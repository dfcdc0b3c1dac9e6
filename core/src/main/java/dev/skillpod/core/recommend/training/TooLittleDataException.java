package dev.skillpod.core.recommend.training;

import dev.skillpod.core.model.InsufficientDataException;
import java.util.List;

/** The log does not hold enough to train and to validate on; the message says what is there and what is needed. */
public final class TooLittleDataException extends InsufficientDataException {
    /** Lists needed in the fitting part, and as many in the held-out part. */
    public static final int MIN_LISTS = 50;

    /** Useful engagements needed with the lists of each part. */
    public static final int MIN_USEFUL = 20;

    TooLittleDataException(String message) {
        super(message);
    }

    static void check(List<ShownList> fitting, List<ShownList> held) {
        check("fitting", fitting);
        check("validation", held);
    }

    private static void check(String part, List<ShownList> lists) {
        long useful = lists.stream()
                .flatMap(l -> java.util.Arrays.stream(l.outcomes()))
                .filter(o -> o.step() == ShownList.Step.USEFUL)
                .count();
        if (lists.size() < MIN_LISTS || useful < MIN_USEFUL) {
            throw new TooLittleDataException("the " + part + " part of the log holds " + lists.size()
                    + " lists (impressions with recommendation_id and position) and " + useful
                    + " useful engagements with them; needed are " + MIN_LISTS + " and " + MIN_USEFUL);
        }
    }
}
