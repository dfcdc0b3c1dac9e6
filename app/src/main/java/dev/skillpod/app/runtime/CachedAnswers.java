package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.AnswerCache;
import dev.skillpod.app.serving.CacheStatistics;
import dev.skillpod.app.serving.LearnerCaches;
import dev.skillpod.cache.CacheKey;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.activity.LearnerKey;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The ports of the cache, over its two levels: answers as JSON. */
final class CachedAnswers implements AnswerCache, CacheStatistics, LearnerCaches {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TwoLevelCache cache;

    CachedAnswers(TwoLevelCache cache) {
        this.cache = cache;
    }

    /** Returns whose values are kept under that name: tenant and user, unreadable. */
    static String owner(LearnerKey learner) {
        return Fingerprint.of("learner", learner.tenantId(), learner.userId());
    }

    /** Returns the form of values that JSON holds. */
    static <T> TwoLevelCache.Form<T> json(Class<T> type) {
        return new TwoLevelCache.Form<>(JSON::writeValueAsBytes, bytes -> JSON.readValue(bytes, type));
    }

    @Override
    public <T> T answer(String kind, @Nullable LearnerKey learner, List<?> question, Class<T> type, Supplier<T> make) {
        String owner = learner == null ? CacheKey.NOBODY : owner(learner);
        var key = new CacheKey(kind, owner, Fingerprint.of(CodeFingerprint.NAME, kind, question));
        return cache.get(key, json(type), make);
    }

    @Override
    public void evict(LearnerKey learner) {
        cache.evict(owner(learner));
    }

    @Override
    public List<Figures> figures() {
        return cache.figures().stream()
                .map(f -> new Figures(f.name(), f.hits(), f.misses(), f.redisHits(), f.entries(), f.bytes()))
                .toList();
    }
}
