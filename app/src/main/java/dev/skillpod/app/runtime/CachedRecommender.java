package dev.skillpod.app.runtime;

import dev.skillpod.cache.CacheKey;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A recommender that remembers its lists. Thread-safe.
 *
 * <p>A list is kept under everything it depends on: code, catalogue, models and demand, and the whole request with all that is known
 * of the learner, but for the instant. So an event or another profile leads to another list at once, in every process, and only the
 * passing of time (at most the cache's) is not seen.
 *
 * <p>What is kept are lists in which chance had no part. Every answer has an id of its own, from which chance is drawn as without a
 * cache; when it says that the list explores, the list is made anew. So each answer is logged with its own id and the propensities
 * it was drawn with, and draws stay independent of each other.
 */
final class CachedRecommender implements Recommender {
    private static final String SPACE = "lists";

    private final ContentRecommender recommender;
    private final String state;
    private final TwoLevelCache cache;
    private final Consumer<Boolean> kept;
    private final TwoLevelCache.Form<RecommendationList> form;

    /**
     * Wraps a recommender.
     *
     * @param catalog the catalogue it is bound to
     * @param state fingerprint of everything it is made of
     * @param kept told whether a list that was kept answers
     */
    CachedRecommender(
            ContentRecommender recommender,
            Catalog catalog,
            String state,
            TwoLevelCache cache,
            Consumer<Boolean> kept) {
        this.recommender = recommender;
        this.state = state;
        this.cache = cache;
        this.kept = kept;
        this.form = KeptList.form(catalog);
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        UUID id = UUID.randomUUID();
        if (!request.learner()
                .endsBefore(request.asOf())) { // what is not to be seen yet changes the list although nothing happens
            return recommender.recommend(request, id);
        }
        RecommendationList list = cache.get(
                key(request),
                form,
                () -> recommender.recommend(request, id),
                made -> !recommender.explores(id, made.items().size()));
        if (list.id().equals(id)) {
            kept.accept(false);
            return list;
        }
        if (recommender.explores(id, list.items().size())) {
            kept.accept(false);
            return recommender.recommend(request, id);
        }
        kept.accept(true);
        return new RecommendationList(
                id,
                list.items(),
                list.method(),
                list.modelVersion(),
                list.dataSource(),
                list.policy(),
                list.warnings());
    }

    private CacheKey key(RecommendationRequest request) {
        return new CacheKey(
                SPACE,
                CachedAnswers.owner(request.learner().learner()),
                Fingerprint.of(
                        state,
                        request.learner(),
                        request.gaps(),
                        request.maxRecommendations(),
                        request.contentTypes(),
                        request.minConfidence(),
                        request.includeExplanations()));
    }
}
