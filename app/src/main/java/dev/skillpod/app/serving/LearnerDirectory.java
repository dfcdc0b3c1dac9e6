package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import java.util.Optional;

/** The learners that are known. Thread-safe. */
public interface LearnerDirectory {
    /** Returns what the learner said of themselves; empty for one who never did. */
    Optional<LearnerProfile> profile(LearnerKey learner);

    /** Returns profile and events; an empty profile and no events for a learner nobody has seen. */
    LearnerHistory history(LearnerKey learner);

    /**
     * Stores a profile, replacing an earlier one.
     *
     * @return whether there was none before
     */
    boolean putProfile(LearnerKey learner, LearnerProfile profile);
}
