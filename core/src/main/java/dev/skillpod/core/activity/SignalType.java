package dev.skillpod.core.activity;

/** Kinds of market activity; the names are the wire contract's. */
public enum SignalType {
    JOB_VIEW,
    JOB_APPLICATION,
    JOB_REJECTION,
    JOB_ACCEPTANCE,
    CONTRACT_STARTED,
    CONTRACT_COMPLETED,
    CLIENT_FEEDBACK,
    SKILL_SEARCH,
    PROFILE_GAP,
    COMPETITOR_ANALYSIS,
    MARKET_TREND,
    CERTIFICATION_REQUIRED
}
