package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list of recommendations as it was served.
 *
 * @param id what events refer to
 * @param learner to whom
 * @param createdAt when
 * @param modelVersion by which models
 * @param method on which path
 * @param contentIds the contents, best first
 * @param scores their overall scores, in the same order
 * @param policy names the rule by which chance had a part in it
 * @param propensities probability of each content at its place, given those above, in (0, 1]
 * @param explored whether chance put each content there
 * @param dataSource {@code real}, {@code synthetic} or {@code mixed}: what the models were trained on
 * @param relevances how likely each content was thought to be useful, in the same order; empty when that is not known
 */
public record ServedList(
        UUID id,
        LearnerKey learner,
        Instant createdAt,
        String modelVersion,
        GenerationMethod method,
        List<String> contentIds,
        List<Double> scores,
        String policy,
        List<Double> propensities,
        List<Boolean> explored,
        String dataSource,
        List<Double> relevances) {
    public ServedList {
        contentIds = List.copyOf(contentIds);
        scores = List.copyOf(scores);
        propensities = List.copyOf(propensities);
        explored = List.copyOf(explored);
        asMany("scores", scores, contentIds);
        asMany("propensities", propensities, contentIds);
        asMany("explored", explored, contentIds);
        relevances = List.copyOf(relevances);
        if (!relevances.isEmpty()) {
            asMany("relevances", relevances, contentIds);
        }
    }

    /** Makes a list of which nobody knows how useful its contents were thought to be. */
    public ServedList(
            UUID id,
            LearnerKey learner,
            Instant createdAt,
            String modelVersion,
            GenerationMethod method,
            List<String> contentIds,
            List<Double> scores,
            String policy,
            List<Double> propensities,
            List<Boolean> explored,
            String dataSource) {
        this(
                id,
                learner,
                createdAt,
                modelVersion,
                method,
                contentIds,
                scores,
                policy,
                propensities,
                explored,
                dataSource,
                List.of());
    }

    private static void asMany(String name, List<?> values, List<String> contentIds) {
        if (contentIds.size() != values.size()) {
            throw new IllegalArgumentException(
                    name + " must be as many as contentIds (" + contentIds.size() + "), were " + values.size());
        }
    }

    /** Takes what is kept of an answer. */
    public static ServedList of(RecommendationList list, LearnerKey learner, Instant createdAt) {
        return new ServedList(
                list.id(),
                learner,
                createdAt,
                list.modelVersion(),
                list.method(),
                list.items().stream().map(item -> item.content().id()).toList(),
                list.items().stream().map(Recommendation::overall).toList(),
                list.policy(),
                list.items().stream().map(Recommendation::propensity).toList(),
                list.items().stream().map(Recommendation::explored).toList(),
                list.dataSource(),
                list.items().stream().map(Recommendation::relevance).toList());
    }
}
