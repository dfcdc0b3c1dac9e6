package dev.skillpod.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds without a Redis. */
class TwoLevelCacheTest {
    private static final long MEBIBYTE = 1 << 20;
    private final Letters letters = new Letters(TwoLevelCache.local(Duration.ofHours(1), MEBIBYTE));

    @Test
    void aValueIsMadeOnce() {
        CacheKey key = CacheKey.shared("letters", "a");

        assertThat(letters.get(key)).isEqualTo("value of a");
        assertThat(letters.get(key)).isEqualTo("value of a");
        assertThat(letters.made).hasValue(1);
        assertThat(letters.cache.figures()).singleElement().satisfies(f -> {
            assertThat(f.hits()).isEqualTo(1);
            assertThat(f.misses()).isEqualTo(1);
            assertThat(f.entries()).isEqualTo(1);
            assertThat(f.bytes()).isBetween(10L, 1_000L);
        });
    }

    @Test
    void manyWhoAskAtATimeGetOneAnswer() throws Exception {
        int askers = 50;
        var together = new CountDownLatch(askers);
        CacheKey key = CacheKey.shared("letters", "slow");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < askers; i++) {
                answers.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    return letters.get(key, () -> {
                        pause(100);
                        return "slow";
                    });
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("slow");
            }
        }
        assertThat(letters.made).hasValue(1);
    }

    @Test
    void aFailureIsNotKept() {
        CacheKey key = CacheKey.shared("letters", "a");

        assertThatThrownBy(() -> letters.get(key, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(letters.get(key)).isEqualTo("value of a");
    }

    @Test
    void whatCannotBeReadIsMadeAgain() {
        CacheKey key = CacheKey.shared("letters", "a");
        letters.get(key);

        var form = new TwoLevelCache.Form<Integer>(
                i -> Integer.toString(i).getBytes(StandardCharsets.UTF_8),
                bytes -> Integer.valueOf(new String(bytes, StandardCharsets.UTF_8)));
        Integer number = letters.cache.get(key, form, () -> 7);

        assertThat(number).isEqualTo(7);
    }

    @Test
    void memoryIsBoundedInBytes() {
        String kibibyte = "x".repeat(1024);
        for (int i = 0; i < 3_000; i++) {
            letters.get(CacheKey.shared("letters", "k" + i), () -> kibibyte);
        }

        List<CacheFigures> figures = letters.cache.figures();
        assertThat(figures.getFirst().bytes()).isBetween(MEBIBYTE / 2, MEBIBYTE);
        assertThat(figures.getFirst().entries()).isLessThan(1_000);
    }

    @Test
    void whatIsNotWorthKeepingIsGivenToNobodyElse() {
        CacheKey key = CacheKey.shared("numbers", "a");
        var form = new TwoLevelCache.Form<Integer>(i -> new byte[] {i.byteValue()}, bytes -> (int) bytes[0]);

        assertThat(letters.cache.get(key, form, () -> 1, i -> i > 5)).isEqualTo(1);
        assertThat(letters.cache.get(key, form, () -> 7, i -> i > 5)).isEqualTo(7);
        assertThat(letters.cache.get(key, form, () -> 8, i -> i > 5)).isEqualTo(7);
        assertThat(letters.cache.find(key, form)).hasValue(7);
    }

    @Test
    void whatBelongsToAnOwnerGoesWithThem() {
        letters.get(new CacheKey("letters", "anna", "a"));
        letters.get(new CacheKey("letters", "bert", "a"));

        letters.cache.evict("anna");
        letters.get(new CacheKey("letters", "anna", "a"));
        letters.get(new CacheKey("letters", "bert", "a"));

        assertThat(letters.made).hasValue(3);
    }

    @Test
    void whatIsOnItsWayWhileItsOwnerIsEvictedIsGivenAndNotKept() {
        CacheKey before = new CacheKey("letters", "anna", "asked before");
        CacheKey after = new CacheKey("letters", "anna", "read before, asked after");

        String value = letters.get(before, () -> {
            letters.cache.evict("anna");
            return "old";
        });
        letters.get(after);

        assertThat(value).isEqualTo("old");
        assertThat(letters.get(before)).isEqualTo("value of asked before");
        letters.get(after);
        assertThat(letters.made).hasValue(4);
        assertThat(letters.cache.figures().getFirst().entries()).isZero();
    }

    @Test
    void valuesGrowOld() {
        var shortLived = new Letters(TwoLevelCache.local(Duration.ofMillis(50), MEBIBYTE));
        shortLived.get(CacheKey.shared("letters", "a"));
        pause(80);
        shortLived.get(CacheKey.shared("letters", "a"));

        assertThat(shortLived.made).hasValue(2);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
