package dev.skillpod.app.http.job;

import dev.skillpod.app.http.recommendation.GenerateResponse;
import dev.skillpod.app.jobs.UserAnswer;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RecommendationService;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.RecommendationRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Answers a user of a batch as {@code generate} would, with its defaults and what is stored of the user. */
public final class BatchAnswer implements UserAnswer {
    private static final int LENGTH = 10;
    private static final double MIN_CONFIDENCE = 0.3;

    private final LearnerDirectory learners;
    private final LearnerArchive archive;
    private final RecommendationService recommendations;
    private final JsonMapper mapper;
    private final InstantSource clock;

    BatchAnswer(
            LearnerDirectory learners,
            LearnerArchive archive,
            RecommendationService recommendations,
            JsonMapper mapper,
            InstantSource clock) {
        this.learners = learners;
        this.archive = archive;
        this.recommendations = recommendations;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Optional<String> json(LearnerKey learner, Instant created) {
        long start = System.nanoTime();
        Instant now =
                clock.instant(); // before the look: an erasure that it does not see ends later, and drops the list
        if (archive.erasedSince(learner, created)) {
            return Optional.empty();
        }
        var request = new RecommendationRequest(
                learners.history(learner), List.of(), LENGTH, Set.of(), MIN_CONFIDENCE, true, now);
        var list = recommendations.recommend(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return Optional.of(
                mapper.writeValueAsString(GenerateResponse.of(learner.userId(), list, List.of(), millis, List.of())));
    }
}
