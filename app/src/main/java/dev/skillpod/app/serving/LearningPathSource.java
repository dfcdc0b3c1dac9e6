package dev.skillpod.app.serving;

import dev.skillpod.core.path.content.ContentPathPlanner;

/** What plans learning paths now; changes as a whole with the catalogue and the models. Thread-safe. */
@FunctionalInterface
public interface LearningPathSource {
    /**
     * One consistent state.
     *
     * @param planner bound to catalogue and models
     * @param modelVersion the version of the models, or {@value #UNTRAINED}
     * @param policyVersion the version of the policy that guides the search, or {@value #UNTRAINED}
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}: what they were trained on; {@code none} without models
     */
    record LearningPaths(ContentPathPlanner planner, String modelVersion, String policyVersion, String dataSource) {
        /** The model version of a service that has trained nothing. */
        public static final String UNTRAINED = "untrained";
    }

    /**
     * Returns what plans now.
     *
     * @throws StoreUnavailableException while the service is starting
     */
    LearningPaths learningPaths();
}
