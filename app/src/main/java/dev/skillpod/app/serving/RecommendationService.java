package dev.skillpod.app.serving;

import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;

/** Asks the recommender and keeps what it answered, for single requests and batch jobs alike. Thread-safe. */
public final class RecommendationService {
    private final Recommender recommender;
    private final RecommendationLog log;

    /** Joins a recommender and the log of its answers. */
    public RecommendationService(Recommender recommender, RecommendationLog log) {
        this.recommender = recommender;
        this.log = log;
    }

    /** Returns the recommender's list, which later events can refer to. */
    public RecommendationList recommend(RecommendationRequest request) {
        RecommendationList list = recommender.recommend(request);
        log.keep(request.learner().learner(), list, request.asOf());
        return list;
    }
}
