package dev.skillpod.core.recommend;

import java.util.List;
import java.util.UUID;

/**
 * An answer: the items and how they came about.
 *
 * @param id what later events refer to
 * @param items best first
 * @param method the path taken
 * @param modelVersion the version of the models that answered
 * @param dataSource {@code synthetic}, {@code real} or {@code mixed}: what the models were trained on
 * @param policy names the rule by which chance had a part in it, {@code ranked} where it had none
 * @param warnings what of the request could not be used, in plain sentences
 */
public record RecommendationList(
        UUID id,
        List<Recommendation> items,
        GenerationMethod method,
        String modelVersion,
        String dataSource,
        String policy,
        List<String> warnings) {
    public RecommendationList {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }
}
