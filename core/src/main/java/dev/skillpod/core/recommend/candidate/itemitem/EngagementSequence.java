package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.recommend.state.Touches;
import java.util.ArrayList;
import java.util.Comparator;

/** The contents a learner showed interest in, in the order they were last touched: the same for training and serving. */
public final class EngagementSequence {
    /** The newest contents that count; an older one says little of what comes next. */
    public static final int LONGEST = 100;

    private EngagementSequence() {}

    /**
     * Returns distinct content indexes, the one touched last at the end.
     *
     * @return at most {@value #LONGEST}; empty when there was no view, start or completion that a dismissal did not undo
     */
    public static int[] of(Touches touches) {
        var positive = new ArrayList<Touches.Touch>();
        for (Touches.Touch touch : touches.all()) {
            if (touch.interest() > 0) {
                positive.add(touch);
            }
        }
        positive.sort(Comparator.comparing(Touches.Touch::last));
        int from = Math.max(0, positive.size() - LONGEST);
        var contents = new int[positive.size() - from];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = positive.get(from + i).content();
        }
        return contents;
    }
}
