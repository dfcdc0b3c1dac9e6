package dev.skillpod.cache;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A maker of strings that counts how often it was asked, in front of a cache. */
final class Letters {
    private static final TwoLevelCache.Form<String> FORM = new TwoLevelCache.Form<>(
            value -> value.getBytes(StandardCharsets.UTF_8), bytes -> new String(bytes, StandardCharsets.UTF_8));

    final TwoLevelCache cache;
    final AtomicInteger made = new AtomicInteger();

    Letters(TwoLevelCache cache) {
        this.cache = cache;
    }

    String get(CacheKey key) {
        return get(key, () -> "value of " + key.input());
    }

    String get(CacheKey key, java.util.function.Supplier<String> make) {
        return cache.get(key, FORM, () -> {
            made.incrementAndGet();
            return make.get();
        });
    }
}
