package dev.skillpod.app.serving;

import dev.skillpod.core.gap.analysis.GapAnalyzer;

/** What answers questions about skill gaps now; changes as a whole with the catalogue and the models. Thread-safe. */
@FunctionalInterface
public interface SkillGapSource {
    /**
     * One consistent state.
     *
     * @param analyzer bound to catalogue and models
     * @param meaning finds skills by meaning in the same catalogue
     * @param modelVersion the version of the models of outcomes and pay, or {@value #UNTRAINED}
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}: what they were trained on; {@code none} without models
     */
    record SkillGaps(GapAnalyzer analyzer, SkillMeaning meaning, String modelVersion, String dataSource) {
        /** The model version of a service that has trained nothing. */
        public static final String UNTRAINED = "untrained";
    }

    /**
     * Returns what answers now.
     *
     * @throws StoreUnavailableException while the service is starting
     */
    SkillGaps skillGaps();
}
