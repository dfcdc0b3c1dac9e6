package dev.skillpod.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.skillpod.app.access.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts requests per key, and failed attempts per address. Each process counts for itself. Thread-safe.
 */
final class RateLimits {
    /** Wrong keys per second and address, and how many at once. */
    private static final int WRONG_PER_SECOND = 50;

    private static final int WRONG_AT_ONCE = 500;
    private static final int BURST_SECONDS = 2;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Cache<String, TokenBucket> ofCallers = cache();
    private final Cache<String, TokenBucket> wrong = cache();

    /** Allows {@code perSecond} requests of each key; 0 for any number. */
    RateLimits(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    private static Cache<String, TokenBucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
    }

    /** Counts a request, tells the caller what is left, and returns 0 or the seconds to wait. */
    int request(Caller caller, HttpServletResponse response) {
        if (perSecond == 0 || caller.keyless()) {
            return 0;
        }
        int capacity = perSecond * BURST_SECONDS;
        long now = nanos.getAsLong();
        TokenBucket bucket = ofCallers.get(caller.id(), id -> new TokenBucket(perSecond, capacity, now));
        int left = bucket.take(now);
        response.setIntHeader("RateLimit-Limit", capacity);
        response.setIntHeader("RateLimit-Remaining", Math.max(0, left));
        response.setIntHeader("RateLimit-Reset", bucket.secondsToFull());
        return left < 0 ? bucket.secondsToNext() : 0;
    }

    /** Counts a request without a good key, and returns 0 or the seconds to wait. */
    int refused(String address) {
        long now = nanos.getAsLong();
        TokenBucket bucket = wrong.get(address, a -> new TokenBucket(WRONG_PER_SECOND, WRONG_AT_ONCE, now));
        return bucket.take(now) < 0 ? bucket.secondsToNext() : 0;
    }
}
