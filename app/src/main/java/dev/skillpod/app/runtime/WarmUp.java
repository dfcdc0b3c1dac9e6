package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks for invented learners before the first request comes, so that the JVM has compiled what serving runs: the first
 * answers of a cold JVM take ten times longer. Nothing is stored.
 */
final class WarmUp {
    private static final int LEARNERS_AT_MOST = 1_000;
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
    void lists(Recommender recommender, Duration time) {
        run(
                learner -> recommender.recommend(
                        new RecommendationRequest(learner, List.of(), LIST_LENGTH, Set.of(), 0, true, Instant.now())),
                time);
    }

    /** Finds skill gaps until the time is over. */
    void gaps(GapAnalyzer analyzer, Duration time) {
        run(learner -> analyzer.analyze(new GapRequest(learner, Map.of(), List.of(), Instant.now())), time);
    }

    private void run(Consumer<LearnerHistory> answer, Duration time) {
        if (catalog.roles().isEmpty() || catalog.contents().isEmpty()) {
            return;
        }
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < LEARNERS_AT_MOST && System.nanoTime() < end; i++) {
            LearnerHistory nobody = store.apply(new LearnerKey("warm-up", "warm-up-" + i));
            answer.accept(learner(nobody.learner(), i, Instant.now()));
        }
    }

    private LearnerHistory learner(LearnerKey learner, int i, Instant now) {
        Role role = catalog.roles().get(i % catalog.roles().size());
        List<LearnerSkill> skills = role.requirements().stream()
                .map(need -> new LearnerSkill(need.skillId(), (i * LEVEL_STEP) % LEVELS, null))
                .toList();
        var profile = new LearnerProfile(skills, List.of(), role.id(), null, null, LearnerProfile.DEFAULT_WEEKLY_HOURS);
        return new LearnerHistory(
                learner,
                profile,
                i % 3 == 0 ? List.of() : engagements(learner, i, now),
                List.of(),
                signals(learner, skills, now),
                List.of());
    }

    private static List<MarketSignal> signals(LearnerKey learner, List<LearnerSkill> skills, Instant now) {
        var signals = new ArrayList<MarketSignal>();
        for (int s = 0; s < skills.size(); s++) {
            signals.add(new MarketSignal(
                    "warm-up-" + s,
                    learner,
                    now.minus(Duration.ofDays(skills.size() - s)),
                    SignalType.JOB_VIEW,
                    List.of(skills.get(s).skillId()),
                    "warm-up-" + s % 2,
                    null,
                    null));
        }
        return signals;
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
