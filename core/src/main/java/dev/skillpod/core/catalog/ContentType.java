package dev.skillpod.core.catalog;

/** The form of a content; the names are the wire contract's. */
public enum ContentType {
    VIDEO,
    ARTICLE,
    COURSE,
    TUTORIAL,
    PROJECT,
    QUIZ,
    ASSESSMENT,
    WORKSHOP,
    MENTORING,
    CERTIFICATION,
    BOOK,
    PODCAST,
    BOOTCAMP
}
