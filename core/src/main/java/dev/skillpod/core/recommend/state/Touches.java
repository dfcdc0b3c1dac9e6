package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.ContentType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the learner did with which content, and what that says of the learner's ways.
 *
 * <p>The interest in a content is the strongest thing done with it: view 1, start 2, progress 2 to 3, complete 4, a rating
 * of 4 or 5 one more; a dismissal or a rating of 1 or 2 makes it 0.
 */
public final class Touches {
    /** What was done with one content. */
    public static final class Touch {
        private final int content;
        private float interest;
        private int shown;
        private int views;
        private boolean started;
        private boolean finished;
        private boolean dismissed;
        private Instant last = Instant.MIN;

        private Touch(int content) {
            this.content = content;
        }

        /** Returns the content's index. */
        public int content() {
            return content;
        }

        /** Returns the interest shown, in [0, 5]. */
        public float interest() {
            return dismissed ? 0 : interest;
        }

        /** Returns how often it was shown in a list. */
        public int shown() {
            return shown;
        }

        /** Returns how often it was opened. */
        public int views() {
            return views;
        }

        /** Returns whether it was begun. */
        public boolean started() {
            return started;
        }

        /** Returns whether it was finished. */
        public boolean finished() {
            return finished;
        }

        /** Returns whether the learner does not want to see it again. */
        public boolean dismissed() {
            return dismissed;
        }

        /** Returns when it was last touched. */
        public Instant last() {
            return last;
        }
    }

    private final @Nullable Touch[] byContent;
    private final List<Touch> all = new ArrayList<>();
    private final int[] startedByType = new int[ContentType.values().length];
    private final int[] finishedByType = new int[ContentType.values().length];
    private int started;
    private int finished;
    private int lastFinished = -1;
    private Instant lastActive = Instant.MIN;

    private Touches(int contents) {
        byContent = new Touch[contents];
    }

    /** Sums up the engagements with contents of the catalogue. */
    public static Touches of(LearnerHistory history, CatalogIndex index) {
        var touches = new Touches(index.contentCount());
        for (Engagement engagement : history.engagements()) {
            OptionalInt content = index.catalog().contentIndex(engagement.contentId());
            if (content.isPresent()) {
                touches.add(engagement, content.getAsInt(), index);
            }
        }
        return touches;
    }

    private void add(Engagement engagement, int content, CatalogIndex index) {
        Touch touch = byContent[content];
        if (touch == null) {
            touch = new Touch(content);
            byContent[content] = touch;
            all.add(touch);
        }
        if (engagement.type() == EngagementType.IMPRESSION) {
            touch.shown++;
            return;
        }
        touch.last = engagement.occurredAt();
        lastActive = engagement.occurredAt();
        switch (engagement.type()) {
            case IMPRESSION -> {}
            case VIEW -> {
                touch.views++;
                touch.interest = Math.max(touch.interest, 1);
            }
            case START -> start(touch, index);
            case PROGRESS -> {
                Double progress = engagement.progress();
                start(touch, index);
                touch.interest = Math.max(touch.interest, 2 + (progress == null ? 0 : progress.floatValue()));
            }
            case COMPLETE -> {
                start(touch, index);
                touch.interest = Math.max(touch.interest, 4);
                if (!touch.finished) {
                    touch.finished = true;
                    finished++;
                    finishedByType[index.content(content).type()]++;
                }
                lastFinished = content;
            }
            case DISMISS -> touch.dismissed = true;
            case RATE -> rate(touch, engagement.rating());
        }
    }

    private void start(Touch touch, CatalogIndex index) {
        if (!touch.started) {
            touch.started = true;
            started++;
            startedByType[index.content(touch.content).type()]++;
        }
        touch.interest = Math.max(touch.interest, 2);
    }

    private static void rate(Touch touch, @Nullable Integer rating) {
        if (rating == null || rating == 3) {
            return;
        }
        touch.interest = rating > 3 ? touch.interest + 1 : 0;
    }

    /** Returns what was done with a content, or null when nothing was. */
    public @Nullable Touch of(int content) {
        return byContent[content];
    }

    /** Returns all contents shown or touched, in order of the first time. */
    public Collection<Touch> all() {
        return Collections.unmodifiableList(all);
    }

    /** Returns how many contents something was done with, beyond being shown. */
    public int engaged() {
        int engaged = 0;
        for (Touch touch : all) {
            engaged += touch.interest > 0 || touch.dismissed ? 1 : 0;
        }
        return engaged;
    }

    /** Returns how many contents were begun. */
    public int started() {
        return started;
    }

    /** Returns how many contents were finished. */
    public int finished() {
        return finished;
    }

    /** Returns how many contents of a type were begun. */
    public int started(int type) {
        return startedByType[type];
    }

    /** Returns how many contents of a type were finished. */
    public int finished(int type) {
        return finishedByType[type];
    }

    /** Returns the content finished last. */
    public OptionalInt lastFinished() {
        return lastFinished < 0 ? OptionalInt.empty() : OptionalInt.of(lastFinished);
    }

    /** Returns when anything was last done, {@link Instant#MIN} when nothing was. */
    public Instant lastActive() {
        return lastActive;
    }
}
