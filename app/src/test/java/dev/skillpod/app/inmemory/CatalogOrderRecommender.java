package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.recommend.Factor;
import dev.skillpod.core.recommend.GenerationMethod;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.RecommendationType;
import dev.skillpod.core.recommend.Recommender;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Recommends contents in the order of the catalogue, with fixed scores; remembers requests and can be held up. */
public final class CatalogOrderRecommender implements Recommender {
    /** The id of every list. */
    public static final UUID LIST_ID = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final CatalogSource catalog;
    private volatile RecommendationRequest last;
    private volatile Consumer<RecommendationRequest> before = request -> {};

    /** Recommends out of a catalogue. */
    public CatalogOrderRecommender(CatalogSource catalog) {
        this.catalog = catalog;
    }

    /** Returns the last request. */
    public RecommendationRequest last() {
        return last;
    }

    /** Runs something before each answer. */
    public void before(Consumer<RecommendationRequest> before) {
        this.before = before;
    }

    /** Lets only as many requests pass as the semaphore has permits. */
    public void throttle(Semaphore permits) {
        before(request -> permits.acquireUninterruptibly());
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        before.accept(request);
        last = request;
        var items = new ArrayList<Recommendation>();
        for (Content content : catalog.catalog().contents()) {
            boolean wanted =
                    request.contentTypes().isEmpty() || request.contentTypes().contains(content.type());
            if (wanted && items.size() < request.maxRecommendations()) {
                items.add(item(content, request.includeExplanations()));
            }
        }
        return new RecommendationList(
                LIST_ID, items, GenerationMethod.COLD_START, "test-1", "synthetic", "ranked", List.of());
    }

    private static Recommendation item(Content content, boolean explain) {
        return new Recommendation(
                content,
                0.5,
                0.25,
                0.75,
                0.5,
                0.625,
                RecommendationType.SKILL_GAP_FILL,
                content.skills().stream().map(s -> s.skillId()).toList(),
                content.prerequisiteIds(),
                1,
                false,
                explain ? "It closes a gap." : null,
                List.of(new Factor("base", 0.5), new Factor("closes a gap", 0.125)));
    }
}
