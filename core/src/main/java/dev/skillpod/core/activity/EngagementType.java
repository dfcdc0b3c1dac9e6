package dev.skillpod.core.activity;

/** What a learner did with a content, from least to most committed; dismissals and ratings stand apart. */
public enum EngagementType {
    /** The content was shown in a list. */
    IMPRESSION,
    /** Its page was opened. */
    VIEW,
    /** It was begun. */
    START,
    /** Some part was done; carries the progress. */
    PROGRESS,
    /** It was finished. */
    COMPLETE,
    /** The learner does not want to see it again. */
    DISMISS,
    /** The learner rated it, 1 to 5. */
    RATE
}
