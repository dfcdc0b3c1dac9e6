package dev.skillpod.app.runtime;

import dev.skillpod.core.text.TextEmbedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns a text into a vector by its hash, and remembers what it was asked. */
final class CountingEmbedder implements TextEmbedder {
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final String name;

    CountingEmbedder(String name) {
        this.name = name;
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public int dimension() {
        return 4;
    }

    @Override
    public float[] embed(String text) {
        asked.add(text);
        int hash = text.hashCode();
        return new float[] {hash, hash >> 8, hash >> 16, text.length()};
    }
}
