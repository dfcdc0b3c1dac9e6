package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;

/**
 * A learner as stored.
 *
 * @param source whether the profile was observed or made by a simulator
 */
public record StoredLearner(LearnerKey learner, LearnerProfile profile, DataSource source) {}
