package dev.skillpod.core.trend.demand;

/** Where the demand for a skill is going, by the distribution of its {@link Growth}. */
public enum TrendDirection {
    /** Growth by more than the threshold is at least twice as likely as not. */
    RISING,
    /** Neither of the others. */
    STABLE,
    /** A loss of more than the threshold is at least twice as likely as not. */
    DECLINING
}
