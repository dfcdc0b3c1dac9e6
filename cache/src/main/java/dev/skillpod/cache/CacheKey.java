package dev.skillpod.cache;

/**
 * Under what a value is kept.
 *
 * @param space the kind of value, such as {@code embeddings}: lower-case letters and hyphens
 * @param owner whose value it is, as a fingerprint, or {@value #NOBODY}; {@link TwoLevelCache#evict} drops all of an owner
 * @param input fingerprint of everything the value depends on
 */
public record CacheKey(String space, String owner, String input) {
    /** The owner of values that belong to nobody. */
    public static final String NOBODY = "-";

    private static final String PREFIX = "skillpod:1:";

    /** Returns the key of a value that belongs to nobody. */
    public static CacheKey shared(String space, String input) {
        return new CacheKey(space, NOBODY, input);
    }

    /** Returns the key in Redis: ours, the owner, the space, the input. */
    String inRedis() {
        return PREFIX + owner + ":" + space + ":" + input;
    }

    /** Returns a pattern of all keys of an owner in Redis. */
    static String patternOf(String owner) {
        return PREFIX + owner + ":*";
    }
}
