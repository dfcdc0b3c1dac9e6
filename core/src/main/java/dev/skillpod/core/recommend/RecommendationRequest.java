package dev.skillpod.core.recommend;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is asked for, and everything known of the learner.
 *
 * @param learner profile and events; events at or after {@code asOf} are not looked at
 * @param gaps gaps to fill that the caller knows of, largest need first or not
 * @param maxRecommendations the longest list wanted, in [1, 50]
 * @param contentTypes the only types wanted; empty for all
 * @param minConfidence items of a lower confidence are left out, in [0, 1]
 * @param includeExplanations whether a sentence of reasoning is wanted
 * @param asOf the instant of the request
 */
public record RecommendationRequest(
        LearnerHistory learner,
        List<SkillGap> gaps,
        int maxRecommendations,
        Set<ContentType> contentTypes,
        double minConfidence,
        boolean includeExplanations,
        Instant asOf) {
    public RecommendationRequest {
        gaps = List.copyOf(gaps);
        contentTypes = Set.copyOf(contentTypes);
        if (maxRecommendations < 1 || maxRecommendations > 50) {
            throw new IllegalArgumentException("maxRecommendations must be in [1, 50], was " + maxRecommendations);
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must be in [0, 1], was " + minConfidence);
        }
    }
}
