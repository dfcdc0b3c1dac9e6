package dev.skillpod.app.serving;

import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.util.Locale;

/** Asks the recommender and keeps what it answered, for single requests and batch jobs alike. Thread-safe. */
public final class RecommendationService {
    private final Recommender recommender;
    private final RecommendationLog log;
    private final RequestTrace trace;

    /** Joins a recommender and the log of its answers; the trace is told how a request was answered. */
    public RecommendationService(Recommender recommender, RecommendationLog log, RequestTrace trace) {
        this.recommender = recommender;
        this.log = log;
        this.trace = trace;
    }

    /** Returns the recommender's list, which later events can refer to. */
    public RecommendationList recommend(RecommendationRequest request) {
        RecommendationList list = recommender.recommend(request);
        trace.modelVersion(list.modelVersion());
        trace.path(list.method().name().toLowerCase(Locale.ROOT));
        if (list.method() == GenerationMethod.POPULAR_FALLBACK) {
            trace.fallback(Fallback.POPULAR_FALLBACK);
        }
        log.keep(request.learner().learner(), list, request.asOf());
        return list;
    }
}
