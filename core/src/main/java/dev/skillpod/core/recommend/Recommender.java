package dev.skillpod.core.recommend;

/** Answers requests for recommendations. Implementations are thread-safe and deterministic for a given model. */
public interface Recommender {
    /**
     * Recommends contents to one learner.
     *
     * @return at most {@code maxRecommendations} items, best first by {@code overall}; fewer, or none, when fewer contents
     *     pass the request's filters and the rules of eligibility
     */
    RecommendationList recommend(RecommendationRequest request);
}
