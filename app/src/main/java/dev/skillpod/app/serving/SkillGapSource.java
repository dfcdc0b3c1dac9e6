package dev.skillpod.app.serving;

import dev.skillpod.core.gap.analysis.GapAnalyzer;
import java.util.UUID;

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
     * @param state names everything that this is made of: the same name, the same answers
     */
    record SkillGaps(GapAnalyzer analyzer, SkillMeaning meaning, String modelVersion, String dataSource, String state) {
        /** The model version of a service that has trained nothing. */
        public static final String UNTRAINED = "untrained";

        /** A state that is like no other. */
        public SkillGaps(GapAnalyzer analyzer, SkillMeaning meaning, String modelVersion, String dataSource) {
            this(analyzer, meaning, modelVersion, dataSource, UUID.randomUUID().toString());
        }
    }

    /**
     * Returns what answers now.
     *
     * @throws StoreUnavailableException while the service is starting
     */
    SkillGaps skillGaps();
}
