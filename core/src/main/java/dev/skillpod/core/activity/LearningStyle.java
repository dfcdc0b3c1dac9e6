package dev.skillpod.core.activity;

/** How a learner likes to learn; the names are the wire contract's. */
public enum LearningStyle {
    SELF_PACED,
    INSTRUCTOR_LED,
    PROJECT_BASED,
    INTERACTIVE,
    MIXED
}
