package dev.skillpod.app.runtime;

import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.util.List;
import java.util.Optional;

/** Tries a recommender on recent requests before it serves: it must answer each, with finite scores, and not with nothing. */
final class SwapTrial {
    private SwapTrial() {}

    /**
     * Tries it.
     *
     * @param now what serves; an empty list of it may stay empty
     * @throws IllegalStateException saying what is wrong
     */
    static void of(Recommender next, Optional<? extends Recommender> now, List<RecommendationRequest> requests) {
        int empty = 0;
        int full = 0;
        for (RecommendationRequest request : requests) {
            RecommendationList list;
            try {
                list = next.recommend(request);
            } catch (RuntimeException e) {
                throw new IllegalStateException("it fails on a recent request: " + e, e);
            }
            list.items().forEach(SwapTrial::check);
            if (now.isPresent() && !now.get().recommend(request).items().isEmpty()) {
                full++;
                empty += list.items().isEmpty() ? 1 : 0;
            }
        }
        if (empty > full / 2) {
            throw new IllegalStateException("it answers " + empty + " of " + full
                    + " recent requests with an empty list, where the one that serves does not");
        }
    }

    private static void check(Recommendation item) {
        check(item, item.relevance());
        check(item, item.confidence());
        check(item, item.overall());
    }

    private static void check(Recommendation item, double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalStateException("it scores " + item.content().id() + " with " + score + ", not in [0, 1]");
        }
    }
}
