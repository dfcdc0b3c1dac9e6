package dev.skillpod.core.activity;

/** How experienced a learner is, in the platform's words. */
public enum Proficiency {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED,
    EXPERT
}
