package dev.skillpod.core.recommend.feature;

/** The columns of a feature row, in order. NaN stands for "not known" and only where the comment says so. */
public enum Feature {
    /** Importance-weighted levels of open gaps that the content covers. */
    NEEDED_PROGRESS(FeatureGroup.GOAL),
    /** The same, discounted by how far the learner is from where the content begins. */
    REACHABLE_PROGRESS(FeatureGroup.GOAL),
    /** Importance-weighted levels that the content promises. */
    PROMISED_PROGRESS(FeatureGroup.GOAL),
    /** The same, discounted by level fit and readiness. */
    LIKELY_PROGRESS(FeatureGroup.GOAL),
    /** Expected progress of who finishes it, in importance-weighted levels. */
    EXPECTED_PROGRESS(FeatureGroup.GOAL),
    /** Progress as a share of all open gaps; NaN without needs. */
    NEEDED_SHARE(FeatureGroup.GOAL),
    /** Importance of its skills to the role, weighted. */
    NEED_IMPORTANCE(FeatureGroup.GOAL),
    /** Open gap of its main skill, in levels. */
    MAIN_GAP(FeatureGroup.GOAL),
    /** Cosine to the goals, role and gaps; NaN without goals. */
    GOAL_SIMILARITY(FeatureGroup.GOAL),

    /** Level in its main skill. */
    MAIN_LEVEL(FeatureGroup.LEVEL),
    /** Level in its main skill minus the level it begins at. */
    LEVEL_ABOVE_START(FeatureGroup.LEVEL),
    /** Level it leads to minus the level in its main skill. */
    LEVEL_TO_GAIN(FeatureGroup.LEVEL),
    /** Whether anything is known of its main skill. */
    MAIN_SKILL_KNOWN(FeatureGroup.LEVEL),
    /** Mean share of the required level reached over the main skill's prerequisites; 1 without any. */
    READINESS(FeatureGroup.LEVEL),
    /** Share of its prerequisite contents that are finished; 1 without any. */
    PREREQUISITES_FINISHED(FeatureGroup.LEVEL),
    /** Level it begins at. */
    LEVEL_FROM(FeatureGroup.LEVEL),
    /** Level it leads to. */
    LEVEL_TO(FeatureGroup.LEVEL),

    /** Preference predicted by ALS; NaN without history. */
    TASTE(FeatureGroup.COLLABORATIVE),
    /** How much it goes with the contents engaged with; NaN without history. */
    TOGETHER(FeatureGroup.COLLABORATIVE),
    /** How much it comes next after the contents engaged with; NaN without history. */
    NEXT(FeatureGroup.COLLABORATIVE),

    /** Cosine to what the learner engaged with; NaN without history. */
    INTEREST_SIMILARITY(FeatureGroup.INTEREST),
    /** Cosine to the content finished last; NaN without one. */
    LAST_SIMILARITY(FeatureGroup.INTEREST),
    /** Interest shown in contents of the same main skill. */
    MAIN_SKILL_INTEREST(FeatureGroup.INTEREST),
    /** Dismissals of contents of the same main skill. */
    MAIN_SKILL_DISMISSALS(FeatureGroup.INTEREST),
    /** Interest shown in this very content before. */
    OWN_INTEREST(FeatureGroup.INTEREST),
    /** Times it was shown before, at most 10. */
    OWN_IMPRESSIONS(FeatureGroup.INTEREST),
    /** Times it was opened before. */
    OWN_VIEWS(FeatureGroup.INTEREST),

    /** Personal market pressure on its skills, weighted. */
    PRESSURE(FeatureGroup.MARKET),
    /** Place of its main skill among all by postings. */
    DEMAND_LEVEL(FeatureGroup.MARKET),
    /** Yearly growth of postings for its main skill, log ratio. */
    DEMAND_GROWTH(FeatureGroup.MARKET),

    /** Log of decayed starts. */
    POPULARITY(FeatureGroup.QUALITY),
    /** Starts of late against before, log ratio. */
    TREND(FeatureGroup.QUALITY),
    /** Starts per impression. */
    START_RATE(FeatureGroup.QUALITY),
    /** Completions per start. */
    COMPLETION_RATE(FeatureGroup.QUALITY),
    /** Mean rating. */
    RATING(FeatureGroup.QUALITY),
    /** Dismissals per impression. */
    DISMISS_RATE(FeatureGroup.QUALITY),
    /** Measured rises after finishing it, as a multiple of what was expected. */
    EFFICIENCY(FeatureGroup.QUALITY),

    /** Its type, as an ordinal. */
    TYPE(FeatureGroup.FORMAT),
    /** Share of started contents of its type that the learner finished, shrunk to the learner's own share. */
    TYPE_FINISHED(FeatureGroup.FORMAT),
    /** Share of the learner's starts that are of its type, shrunk to even. */
    TYPE_STARTED(FeatureGroup.FORMAT),
    /** Log of its minutes. */
    DURATION(FeatureGroup.FORMAT),
    /** Weeks it takes at the learner's hours. */
    WEEKS(FeatureGroup.FORMAT),
    /** Preferred style, as an ordinal; NaN when unsaid. */
    STYLE(FeatureGroup.FORMAT),

    /** Contents finished. */
    FINISHED(FeatureGroup.LEARNER),
    /** Share of started contents finished, shrunk. */
    FINISHED_SHARE(FeatureGroup.LEARNER),
    /** Measured rise per promised level over all contents the learner finished. */
    OWN_EFFICIENCY(FeatureGroup.LEARNER),
    /** Days since anything was done; NaN when nothing was. */
    DAYS_INACTIVE(FeatureGroup.LEARNER),
    /** Hours a week. */
    WEEKLY_HOURS(FeatureGroup.LEARNER),
    /** Overall experience, as an ordinal; NaN when unsaid. */
    EXPERIENCE(FeatureGroup.LEARNER);

    private static final Feature[] VALUES = values();
    private final FeatureGroup group;

    Feature(FeatureGroup group) {
        this.group = group;
    }

    /** Returns the reason this feature belongs to. */
    public FeatureGroup group() {
        return group;
    }

    /** Returns the length of a feature row. */
    public static int count() {
        return VALUES.length;
    }

    /** Returns the group of a column. */
    public static FeatureGroup group(int column) {
        return VALUES[column].group;
    }
}
