package dev.skillpod.core.gap.outcome;

/** How far an application came, in order. */
public enum Stage {
    /** Nobody is known to have looked at it. */
    APPLIED,
    /** Somebody looked at it, and be it to turn it down. */
    VIEWED,
    /** It was shortlisted. */
    SHORTLISTED,
    /** It led to an interview. */
    INTERVIEWED,
    /** It led to the job. */
    HIRED
}
