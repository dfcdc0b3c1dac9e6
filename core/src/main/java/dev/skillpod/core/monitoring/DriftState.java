package dev.skillpod.core.monitoring;

/** How a population stability index is read; the bounds are those that credit scoring has used since Lewis (1994). */
public enum DriftState {
    /** Under 0.1. */
    STABLE,
    /** From 0.1 on. */
    MODERATE,
    /** From 0.25 on: the model is asked about something else than it was trained on. */
    DRIFTED;

    private static final double MODERATE_FROM = 0.1;
    private static final double DRIFTED_FROM = 0.25;

    /** Returns how an index is read. */
    public static DriftState of(double index) {
        return index < MODERATE_FROM ? STABLE : index < DRIFTED_FROM ? MODERATE : DRIFTED;
    }
}
