package dev.skillpod.app.http.job;

import dev.skillpod.app.http.recommendation.GenerateResponse;
import dev.skillpod.app.jobs.UserAnswer;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RecommendationService;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.RecommendationRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Answers a user of a batch as {@code generate} would, with its defaults and what is stored of the user. */
public final class BatchAnswer implements UserAnswer {
    private static final int LENGTH = 10;
    private static final double MIN_CONFIDENCE = 0.3;

    private final LearnerDirectory learners;
    private final RecommendationService recommendations;
    private final JsonMapper mapper;
    private final InstantSource clock;

    BatchAnswer(
            LearnerDirectory learners, RecommendationService recommendations, JsonMapper mapper, InstantSource clock) {
        this.learners = learners;
        this.recommendations = recommendations;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String json(LearnerKey learner) {
        long start = System.nanoTime();
        var request = new RecommendationRequest(
                learners.history(learner), List.of(), LENGTH, Set.of(), MIN_CONFIDENCE, true, clock.instant());
        var list = recommendations.recommend(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return mapper.writeValueAsString(GenerateResponse.of(learner.userId(), list, List.of(), millis, List.of()));
    }
}
