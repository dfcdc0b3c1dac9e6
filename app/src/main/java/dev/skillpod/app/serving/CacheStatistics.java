package dev.skillpod.app.serving;

import java.util.List;

/** How the caches do. Thread-safe, without I/O. */
@FunctionalInterface
public interface CacheStatistics {
    /** Returns all kinds of values that were asked for since the start, by name. */
    List<Figures> figures();

    /**
     * One kind of values.
     *
     * @param name such as {@code embeddings}
     * @param hits questions that were answered from a cache
     * @param misses questions for which the value had to be made
     * @param redisHits the part of the hits that Redis answered
     * @param entries values in the memory of this process
     * @param bytes what they take there
     */
    record Figures(String name, long hits, long misses, long redisHits, long entries, long bytes) {
        /** Returns the share of the questions that a cache answered, in [0, 1]; 0 when nobody asked. */
        public double hitRate() {
            return hits == 0 ? 0 : (double) hits / (hits + misses);
        }
    }
}
