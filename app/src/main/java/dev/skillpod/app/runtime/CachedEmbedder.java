package dev.skillpod.app.runtime;

import dev.skillpod.cache.CacheKey;
import dev.skillpod.cache.Fingerprint;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.text.TextEmbedder;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * An embedder that remembers the texts it was asked for lately. A text's vector never changes, so a hit is always right. Vectors
 * belong to nobody: what is kept are vectors under fingerprints, never texts. Thread-safe; concurrent questions for the same text
 * are answered by one computation.
 */
public final class CachedEmbedder implements TextEmbedder {
    private static final String SPACE = "embeddings";
    private static final long LOCAL_BYTES = 40 << 20;

    private final TextEmbedder embedder;
    private final TwoLevelCache cache;
    private final TwoLevelCache.Form<float[]> form = new TwoLevelCache.Form<>(CachedEmbedder::write, this::read);

    /** Wraps an embedder. */
    public CachedEmbedder(TextEmbedder embedder, TwoLevelCache cache) {
        this.embedder = embedder;
        this.cache = cache;
    }

    /** Wraps an embedder with a cache of its own in memory. */
    public CachedEmbedder(TextEmbedder embedder, Duration ttl) {
        this(embedder, TwoLevelCache.local(ttl, LOCAL_BYTES));
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
        CacheKey key = CacheKey.shared(SPACE, Fingerprint.of(embedder.modelName(), embedder.dimension(), text));
        return cache.get(key, form, () -> embedder.embed(text).clone());
    }

    private static byte[] write(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private float[] read(byte[] bytes) {
        var vector = new float[embedder.dimension()];
        if (bytes.length != vector.length * Float.BYTES) {
            throw new IllegalArgumentException("a vector of another length");
        }
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
