package dev.skillpod.core.activity;

/** How far an application came; the names are the wire contract's. */
public enum Outcome {
    IGNORED,
    VIEWED,
    SHORTLISTED,
    INTERVIEWED,
    HIRED,
    REJECTED,
    WITHDRAWN
}
