package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachedEmbedderTest {
    private final CountingEmbedder embedder = new CountingEmbedder("model-a");

    @Test
    void aTextIsEmbeddedOnce() {
        var cached = new CachedEmbedder(embedder, Duration.ofHours(1));

        float[] first = cached.embed("a");
        float[] second = cached.embed("a");

        assertThat(second).isEqualTo(first);
        assertThat(embedder.asked).containsExactly("a");
        assertThat(cached.dimension()).isEqualTo(4);
        assertThat(cached.modelName()).isEqualTo("model-a");
    }

    @Test
    void whoeverChangesAVectorChangesOnlyTheirs() {
        var cached = new CachedEmbedder(embedder, Duration.ofHours(1));
        float[] first = cached.embed("a");
        float[] expected = first.clone();

        first[0] += 1;

        assertThat(cached.embed("a")).isEqualTo(expected);
    }

    @Test
    void noTimeToKeepMeansNoCache() {
        var cached = new CachedEmbedder(embedder, Duration.ZERO);

        cached.embed("a");
        cached.embed("a");

        assertThat(embedder.asked).containsExactly("a", "a");
    }
}
