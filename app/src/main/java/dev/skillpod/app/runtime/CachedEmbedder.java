package dev.skillpod.app.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.skillpod.core.text.TextEmbedder;
import java.time.Duration;

/**
 * An embedder that remembers the texts it was asked for lately. A text's vector never changes, so a hit is always right.
 * Thread-safe; concurrent questions for the same text are answered by one computation.
 */
public final class CachedEmbedder implements TextEmbedder {
    /** 384 floats and the text: some 2 KiB each, so about 40 MiB when full. */
    private static final int MAX_TEXTS = 20_000;

    private final TextEmbedder embedder;
    private final Cache<String, float[]> cache;

    /** Wraps an embedder; texts are forgotten {@code ttl} after they were last asked for. */
    public CachedEmbedder(TextEmbedder embedder, Duration ttl) {
        this.embedder = embedder;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MAX_TEXTS)
                .expireAfterAccess(ttl)
                .build();
    }

    @Override
    public String modelName() {
        return embedder.modelName();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public float[] embed(String text) {
        return cache.get(text, embedder::embed).clone();
    }
}
