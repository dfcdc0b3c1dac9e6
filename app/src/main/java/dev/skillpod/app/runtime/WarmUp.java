package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes lists for invented learners before the first request comes, so that the JVM has compiled what serving runs: the
 * first lists of a cold JVM take ten times longer. Nothing is stored.
 */
final class WarmUp {
    private static final int LISTS_AT_MOST = 1_000;
    private static final int LIST_LENGTH = 10;
    private static final int ENGAGEMENTS = 12;
    private static final int LEVEL_STEP = 7;
    private static final int LEVELS = 60;

    private final Catalog catalog;
    private final Function<LearnerKey, LearnerHistory> store;

    /**
     * Makes a warm-up.
     *
     * @param store is asked for the history of learners that do not exist
     */
    WarmUp(Catalog catalog, Function<LearnerKey, LearnerHistory> store) {
        this.catalog = catalog;
        this.store = store;
    }

    /** Makes lists until the time is over. */
    void run(Recommender recommender, Duration time) {
        if (catalog.roles().isEmpty() || catalog.contents().isEmpty()) {
            return;
        }
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < LISTS_AT_MOST && System.nanoTime() < end; i++) {
            LearnerHistory nobody = store.apply(new LearnerKey("warm-up", "warm-up-" + i));
            recommender.recommend(request(nobody.learner(), i, Instant.now()));
        }
    }

    private RecommendationRequest request(LearnerKey learner, int i, Instant now) {
        Role role = catalog.roles().get(i % catalog.roles().size());
        List<LearnerSkill> skills = role.requirements().stream()
                .map(need -> new LearnerSkill(need.skillId(), (i * LEVEL_STEP) % LEVELS, null))
                .toList();
        var profile = new LearnerProfile(skills, List.of(), role.id(), null, null, LearnerProfile.DEFAULT_WEEKLY_HOURS);
        var history = new LearnerHistory(
                learner,
                profile,
                i % 3 == 0 ? List.of() : engagements(learner, i, now),
                List.of(),
                List.of(),
                List.of());
        return new RecommendationRequest(history, List.of(), LIST_LENGTH, Set.of(), 0, true, now);
    }

    private List<Engagement> engagements(LearnerKey learner, int i, Instant now) {
        var engagements = new ArrayList<Engagement>();
        for (int e = 0; e < ENGAGEMENTS; e++) {
            Content content = catalog.contents()
                    .get((i * ENGAGEMENTS + e) % catalog.contents().size());
            engagements.add(new Engagement(
                    "warm-up-" + e,
                    learner,
                    now.minus(Duration.ofDays(ENGAGEMENTS - e)),
                    e % 2 == 0 ? EngagementType.START : EngagementType.COMPLETE,
                    content.id(),
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return engagements;
    }
}
