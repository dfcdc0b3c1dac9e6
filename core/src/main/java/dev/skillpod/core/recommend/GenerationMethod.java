package dev.skillpod.core.recommend;

/** Which path a list took through the recommender. */
public enum GenerationMethod {
    /** All generators and the ranker, with the learner's own history. */
    HYBRID,
    /** The ranker without history: profile, role or gaps of the request only. */
    COLD_START,
    /** Nothing is known of the learner, or no ranker is trained: what is popular. */
    POPULAR_FALLBACK
}
