package dev.skillpod.core.recommend.feature;

/** Features that are one reason to a learner; factors are reported per group. */
public enum FeatureGroup {
    GOAL("Fit with your goal"),
    LEVEL("Fit with your current level"),
    COLLABORATIVE("What learners with a similar history chose"),
    INTEREST("Closeness to what you engaged with"),
    MARKET("Market demand for its skills"),
    QUALITY("How other learners start, finish and rate it"),
    FORMAT("Format and time it takes"),
    LEARNER("Your learning habits");

    private final String words;

    FeatureGroup(String words) {
        this.words = words;
    }

    /** Returns the group's name as a learner reads it. */
    public String words() {
        return words;
    }
}
