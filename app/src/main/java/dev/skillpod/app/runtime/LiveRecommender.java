package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.Fallback;
import dev.skillpod.app.serving.LearnerCaches;
import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.app.serving.ModelStatus.Role;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What answers requests now, swapped as a whole when the catalogue or the models change: a request sees the old or the new,
 * never a mixture. Until the first swap it says why it cannot answer. Thread-safe.
 */
public final class LiveRecommender implements Recommender, CatalogSource, LearnerCaches {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRecommender.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final RecentRequests recent = new RecentRequests(InstantSource.system());
    private final ShadowScoring shadow = new ShadowScoring();
    private final RequestTrace trace;
    private volatile @Nullable Serving serving;
    private volatile @Nullable Catalog newestCatalog;
    private long newestVersion = -1;
    private volatile String notReady = "the service is starting";

    /**
     * One consistent state.
     *
     * @param recommender bound to catalogue and models
     * @param answering the same, with a memory for what it answered
     * @param catalog the catalogue it is bound to
     * @param models what is loaded; empty when nothing is trained
     * @param beside what else is loaded: a challenger, a shadow
     * @param challenger what answers a share of the learners instead, or null
     */
    record Serving(
            ContentRecommender recommender,
            Recommender answering,
            Catalog catalog,
            List<LoadedModel> models,
            List<Role> beside,
            @Nullable Challenger challenger) {
        Serving(ContentRecommender recommender, Catalog catalog, List<LoadedModel> models) {
            this(recommender, recommender, catalog, models, List.of(), null);
        }
    }

    /** What answers a share of the learners, always the same ones. */
    record Challenger(Recommender recommender, double share) {}

    /** Answers nothing yet; the trace is told when a challenger fails. */
    LiveRecommender(RequestTrace trace) {
        this.trace = trace;
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        RecommendationList list = answer(current(), request);
        recent.add(request);
        shadow.answered(request, list);
        return list;
    }

    private RecommendationList answer(Serving now, RecommendationRequest request) {
        Challenger challenger = now.challenger();
        if (challenger != null && TrafficSplit.toChallenger(request.learner().learner(), challenger.share())) {
            try {
                return challenger.recommender().recommend(request);
            } catch (RuntimeException e) {
                LOG.error("the challenger fails; the champion answers", e);
                trace.fallback(Fallback.CHALLENGER_FAILED);
            }
        }
        return now.answering().recommend(request);
    }

    /** Returns what is asked beside what answers. */
    ShadowScoring shadow() {
        return shadow;
    }

    /** Returns the latest requests. */
    List<RecommendationRequest> recent() {
        return recent.sample();
    }

    /** Forgets the requests of a learner that are kept for trials and that wait for the shadow. */
    @Override
    public void evict(LearnerKey learner) {
        recent.forget(learner);
        shadow.forget(learner);
    }

    /** Returns what answers now, if anything does. */
    Optional<ContentRecommender> serving() {
        return Optional.ofNullable(serving).map(Serving::recommender);
    }

    @Override
    public Catalog catalog() {
        Catalog newest = newestCatalog;
        return newest == null ? current().catalog() : newest;
    }

    /** Returns the models that answer requests now. */
    public List<LoadedModel> loaded() {
        Serving now = serving;
        return now == null ? List.of() : now.models();
    }

    /** Returns the versions that are loaded beside those, and what they do. */
    List<Role> beside() {
        Serving now = serving;
        return now == null ? List.of() : now.beside();
    }

    /** Returns why requests cannot be answered yet, in a few plain words; empty when they can. */
    public Optional<String> notReady() {
        return serving == null ? Optional.of(notReady) : Optional.empty();
    }

    /** Says why requests cannot be answered yet. */
    void starting(String reason) {
        notReady = reason;
    }

    /**
     * Shows a changed catalogue at once, unless a newer one is shown already; recommendations follow with the next {@link
     * #swap}.
     *
     * @param version of the catalogue in the store, asked for before it was loaded
     */
    synchronized void showCatalog(Catalog catalog, long version) {
        if (version >= newestVersion) {
            newestVersion = version;
            newestCatalog = catalog;
        }
    }

    /**
     * Answers with something else from now on. A catalogue that changed while this was made stays in sight.
     *
     * @param version of its catalogue, as in {@link #showCatalog}
     */
    synchronized void swap(Serving next, long version) {
        showCatalog(next.catalog(), version);
        serving = next;
    }

    /** Returns the provenance of the models that answer, if any are trained. */
    Optional<Provenance> provenance() {
        return loaded().stream().findFirst().map(LoadedModel::provenance);
    }

    private Serving current() {
        Serving now = serving;
        if (now == null) {
            throw new StoreUnavailableException(notReady, RETRY, null);
        }
        return now;
    }
}
