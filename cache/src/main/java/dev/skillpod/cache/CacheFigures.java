package dev.skillpod.cache;

/**
 * How a space of the cache did since the start.
 *
 * @param name the space
 * @param hits questions answered from the memory of this process or from Redis
 * @param misses questions for which the value had to be made
 * @param redisHits the part of the hits that Redis answered
 * @param entries values in memory now
 * @param bytes what they take, keys and overhead included
 */
public record CacheFigures(String name, long hits, long misses, long redisHits, long entries, long bytes) {}
