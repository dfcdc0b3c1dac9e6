package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import java.util.List;

/** Finds learners that have a stored profile. Thread-safe. */
@FunctionalInterface
public interface LearnerSearch {
    /**
     * Returns the learners of a tenant whose user id begins with some characters, ordered by id.
     *
     * @param prefix what the id begins with, upper and lower case told apart; empty for all
     * @param limit how many at most, at least 1
     */
    List<Found> startingWith(String tenantId, String prefix, int limit);

    /**
     * A learner that was found.
     *
     * @param source whether the profile was observed or made by a simulator
     */
    record Found(LearnerKey learner, LearnerProfile profile, DataSource source) {}
}
