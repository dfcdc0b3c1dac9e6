package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.SkillMeaning;
import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Vectors;
import java.util.List;
import java.util.Optional;

/** Finds the skills that a free text means by the cosine of the texts' vectors. Thread-safe. */
final class EmbeddedMeaning implements SkillMeaning {
    /** Cosine from which on a text is taken to mean the nearest skill; docs/models/gaps.md says how it was chosen. */
    private static final float THRESHOLD = 0.6f;

    private static final int SUGGESTIONS = 3;

    private final CatalogIndex index;

    EmbeddedMeaning(CatalogIndex index) {
        this.index = index;
    }

    @Override
    public Optional<String> meant(String text) {
        return hits(text, 1).stream()
                .filter(hit -> hit.score() >= THRESHOLD)
                .map(this::id)
                .findFirst();
    }

    @Override
    public List<String> nearest(String text) {
        return hits(text, SUGGESTIONS).stream().map(this::id).toList();
    }

    private List<Hit> hits(String text, int count) {
        if (text.isBlank()) {
            return List.of();
        }
        float[] vector = index.embedding().embedder().embed(text);
        float[][] skills = index.embedding().skills();
        var top = new TopK(count);
        for (int s = 0; s < skills.length; s++) {
            top.offer(s, Vectors.dot(vector, skills[s]));
        }
        return top.hits();
    }

    private String id(Hit hit) {
        return index.catalog().skills().get(hit.index()).id();
    }
}
