package dev.skillpod.app.runtime;

import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.Factor;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list as it is kept in the cache: contents by their ids, because the catalogue is here already. */
record KeptList(
        UUID id,
        List<KeptItem> items,
        GenerationMethod method,
        String modelVersion,
        String dataSource,
        String policy,
        List<String> warnings) {

    /** One of its items. */
    record KeptItem(
            String contentId,
            double relevance,
            double urgency,
            double impact,
            double confidence,
            double overall,
            RecommendationType type,
            List<String> targetSkillIds,
            List<String> prerequisiteIds,
            double propensity,
            boolean explored,
            @Nullable String reasoning,
            List<Factor> factors) {
        private static KeptItem of(Recommendation item) {
            return new KeptItem(
                    item.content().id(),
                    item.relevance(),
                    item.urgency(),
                    item.impact(),
                    item.confidence(),
                    item.overall(),
                    item.type(),
                    item.targetSkillIds(),
                    item.prerequisiteIds(),
                    item.propensity(),
                    item.explored(),
                    item.reasoning(),
                    item.factors());
        }

        private Recommendation in(Catalog catalog) {
            return new Recommendation(
                    catalog.content(contentId)
                            .orElseThrow(() -> new IllegalArgumentException("a content that is not there")),
                    relevance,
                    urgency,
                    impact,
                    confidence,
                    overall,
                    type,
                    targetSkillIds,
                    prerequisiteIds,
                    propensity,
                    explored,
                    reasoning,
                    factors);
        }
    }

    /** Returns the form of lists over a catalogue. */
    static TwoLevelCache.Form<RecommendationList> form(Catalog catalog) {
        TwoLevelCache.Form<KeptList> json = CachedAnswers.json(KeptList.class);
        return new TwoLevelCache.Form<>(
                list -> json.write().apply(of(list)),
                bytes -> json.read().apply(bytes).in(catalog));
    }

    private static KeptList of(RecommendationList list) {
        return new KeptList(
                list.id(),
                list.items().stream().map(KeptItem::of).toList(),
                list.method(),
                list.modelVersion(),
                list.dataSource(),
                list.policy(),
                list.warnings());
    }

    private RecommendationList in(Catalog catalog) {
        return new RecommendationList(
                id,
                items.stream().map(item -> item.in(catalog)).toList(),
                method,
                modelVersion,
                dataSource,
                policy,
                warnings);
    }
}
