package dev.skillpod.app.security;

/**
 * Lets through so many requests per second, and a few at once (token bucket, Turner 1986). Thread-safe.
 */
final class TokenBucket {
    private final double perNano;
    private final double capacity;
    private double tokens;
    private long at;

    /**
     * Makes a full one.
     *
     * @param perSecond requests per second in the long run, above 0
     * @param capacity requests at once, at least 1
     */
    TokenBucket(double perSecond, double capacity, long nanos) {
        this.perNano = perSecond / 1e9;
        this.capacity = capacity;
        this.tokens = capacity;
        this.at = nanos;
    }

    /**
     * Takes one, if there is one.
     *
     * @return how many are left, or −1 when there was none
     */
    synchronized int take(long nanos) {
        long passed = nanos - at; // right even when the count of nanoseconds has begun anew
        if (passed > 0) {
            tokens = Math.min(capacity, tokens + passed * perNano);
            at = nanos;
        }
        if (tokens < 1) {
            return -1;
        }
        tokens -= 1;
        return (int) tokens;
    }

    /** Returns the seconds until there is one again, at least 1. */
    synchronized int secondsToNext() {
        return (int) Math.max(1, Math.ceil((1 - tokens) / perNano / 1e9));
    }

    /** Returns the seconds until it is full. */
    synchronized int secondsToFull() {
        return (int) Math.ceil((capacity - tokens) / perNano / 1e9);
    }
}
