package dev.skillpod.cache;

import java.time.Duration;

/**
 * How the cache is set up.
 *
 * @param redisUrl {@code redis://} or {@code rediss://} address
 * @param redisWanted whether somebody asked for that Redis: when not, one that is not there is not missed
 * @param ttl how long values are kept; zero keeps none
 * @param localBytes most bytes in the memory of this process, at least 1 MiB
 * @param patience how long an answer of Redis is waited for
 */
public record CacheSettings(String redisUrl, boolean redisWanted, Duration ttl, long localBytes, Duration patience) {
    /** The patience unless told otherwise: some twenty times what a Redis nearby needs. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofMillis(40);

    public CacheSettings {
        if (localBytes < 1 << 20) {
            throw new IllegalArgumentException("localBytes must be at least 1048576, was " + localBytes);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be longer than nothing, was " + patience);
        }
    }

    /** Checks an address without connecting.
     *
     * @throws IllegalArgumentException saying what is expected, never the password
     */
    public static void checkUrl(String url) {
        try {
            io.lettuce.core.RedisURI.create(url);
        } catch (RuntimeException e) { // not the cause: it shows the password
            throw new IllegalArgumentException("must look like redis://[user:password@]host:port[/database]");
        }
    }

    /** Returns the settings without the address, which may hold a password. */
    @Override
    public String toString() {
        return "CacheSettings[redisWanted=" + redisWanted + ", ttl=" + ttl + ", localBytes=" + localBytes
                + ", patience=" + patience + "]";
    }
}
