package dev.skillpod.cache;

import static dev.skillpod.cache.TwoLevelCacheTest.pause;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes that share a real Redis, and what they notice of its faults. */
class RedisFaultsIT {
    /** Longer than in service: other builds may share the processors. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final RealRedis redis = new RealRedis();
    private final Letters one = letters();
    private final Letters two = letters();

    private Letters letters() {
        return new Letters(TwoLevelCache.open(settings(redis.url(), true)));
    }

    private static CacheSettings settings(String url, boolean wanted) {
        return new CacheSettings(url, wanted, Duration.ofHours(1), 8 << 20, PATIENCE);
    }

    @AfterEach
    void stop() {
        one.cache.close();
        two.cache.close();
        redis.close();
    }

    @Test
    void whatOneMadeTheOtherFinds() {
        bothUp();

        one.get(key(1));
        await(() -> keys() == 1);

        assertThat(two.get(key(1))).isEqualTo("value of 1");
        assertThat(two.made).hasValue(0);
        assertThat(two.cache.figures().getFirst().redisHits()).isEqualTo(1);
    }

    @Test
    void foreignCutAndPoisonedValuesAreNone() {
        bothUp();
        one.get(key(1));
        await(() -> keys() == 1);
        byte[] good = raw(key(1).inRedis(), null);

        raw(key(2).inRedis(), good);
        raw(key(3).inRedis(), java.util.Arrays.copyOf(good, good.length - 1));
        raw(key(4).inRedis(), "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        raw(key(5).inRedis(), new byte[0]);

        for (int i = 2; i <= 5; i++) {
            assertThat(two.get(key(i))).isEqualTo("value of " + i);
        }
        assertThat(two.made).hasValue(4);
        assertThat(two.cache.redis().state()).isEqualTo(RedisHealth.State.UP);
    }

    @Test
    void evictedValuesAreGoneFromRedisToo() {
        bothUp();
        one.get(new CacheKey("letters", "anna", "a"));
        one.get(new CacheKey("letters", "bert", "a"));
        await(() -> keys() == 2);

        one.cache.evict("anna");

        await(() -> keys() == 1);
        two.get(new CacheKey("letters", "anna", "a"));
        assertThat(two.made).hasValue(1);
    }

    @Test
    void whatIsOnItsWayWhileItsOwnerIsEvictedDoesNotReachRedis() {
        bothUp();
        one.get(new CacheKey("letters", "anna", "a"));
        await(() -> keys() == 1);
        CacheKey late = new CacheKey("letters", "anna", "late");
        CacheKey later = new CacheKey("letters", "bert", "later");

        one.get(late, () -> {
            one.cache.evict("anna");
            await(() -> keys() == 0);
            return "old";
        });
        one.get(later);

        await(() -> raw(later.inRedis(), null) != null);
        assertThat(raw(late.inRedis(), null)).isNull();
    }

    @Test
    void whatComesWhileAnEvictionLooksGoesWithTheNextOne() throws Exception {
        bothUp();
        one.get(key(1));
        await(() -> keys() == 1);
        var client = RedisClient.create(redis.url());
        try (var other = client.connect();
                var link = new HeldLink(redis.url());
                var slow = TwoLevelCache.open(settings(link.url(), true))) {
            await(() -> slow.redis().state() == RedisHealth.State.UP);

            slow.evict("anna");
            link.awaitHeld();
            other.sync().set(key(2).inRedis(), "by another process");
            slow.evict("anna");
            link.letGo();

            await(() -> other.sync().dbsize() == 0);
        } finally {
            client.shutdown();
        }
    }

    @Test
    void hungItCostsAFewShortWaitsAndHealsItself() {
        bothUp();
        one.get(key(1));
        redis.hang();

        long begin = System.nanoTime();
        for (int i = 100; i < 200; i++) {
            assertThat(one.get(key(i))).isEqualTo("value of " + i);
        }
        long millis = (System.nanoTime() - begin) / 1_000_000;

        assertThat(millis).as("100 questions, of which only the first few wait").isLessThan(5_000);
        assertThat(one.cache.redis().state()).isEqualTo(RedisHealth.State.DOWN);
        assertThat(one.get(key(1))).isEqualTo("value of 1");

        redis.wake();
        await(() -> one.cache.redis().state() == RedisHealth.State.UP);
        one.get(key(300));
        await(() -> two.cache.redis().state() == RedisHealth.State.UP);
        await(() -> raw(key(300).inRedis(), null) != null);
        assertThat(two.get(key(300))).isEqualTo("value of 300");
        assertThat(two.made).hasValue(0);
    }

    @Test
    void killedItIsMissedAndUsedAgainWhenItIsBack() {
        bothUp();
        one.get(key(1));
        redis.kill();

        for (int i = 100; i < 200; i++) {
            assertThat(one.get(key(i))).isEqualTo("value of " + i);
        }
        await(() -> one.cache.redis().state() == RedisHealth.State.DOWN);
        one.cache.evict("bert");

        redis.start();
        bothUp();
        one.get(key(300));
        await(() -> keys() == 1);
        assertThat(two.get(key(300))).isEqualTo("value of 300");
        assertThat(two.made).hasValue(0);
    }

    @Test
    void aFullRedisIsStillRead() {
        bothUp();
        one.get(key(1));
        await(() -> keys() == 1);
        configure("maxmemory", "1");

        for (int i = 100; i < 150; i++) {
            assertThat(one.get(key(i))).isEqualTo("value of " + i);
        }

        assertThat(two.get(key(1))).isEqualTo("value of 1");
        assertThat(two.made).hasValue(0);
        await(() -> one.cache.redis().state() == RedisHealth.State.UP);
    }

    @Test
    void oneThatNobodyAskedForIsNotMissed() {
        redis.kill();
        try (var alone = TwoLevelCache.open(settings(redis.url(), false))) {
            assertThat(new Letters(alone).get(key(1))).isEqualTo("value of 1");
            pause(700);
            assertThat(alone.redis().state()).isEqualTo(RedisHealth.State.OFF);
        }
        redis.start();
    }

    @Test
    void oneThatWasAskedForAndIsNotThereIsMissedAndHoldsUpNobody() {
        redis.kill();
        long begin = System.nanoTime();
        try (var alone = TwoLevelCache.open(settings(redis.url(), true))) {
            assertThat(new Letters(alone).get(key(1))).isEqualTo("value of 1");
            assertThat(System.nanoTime() - begin)
                    .isLessThan(Duration.ofSeconds(2).toNanos());
            await(() -> alone.redis().detail().equals("refuses connections"));
            assertThat(alone.redis().state()).isEqualTo(RedisHealth.State.DOWN);
        }
        redis.start();
    }

    private void bothUp() {
        await(() -> one.cache.redis().state() == RedisHealth.State.UP
                && two.cache.redis().state() == RedisHealth.State.UP);
    }

    private static CacheKey key(int number) {
        return new CacheKey("letters", "anna", Integer.toString(number));
    }

    private void configure(String name, String value) {
        var client = RedisClient.create(redis.url());
        try (var connection = client.connect()) {
            connection.sync().configSet(name, value);
        } finally {
            client.shutdown();
        }
    }

    private long keys() {
        var client = RedisClient.create(redis.url());
        try (var connection = client.connect()) {
            return connection.sync().dbsize();
        } finally {
            client.shutdown();
        }
    }

    /** Returns what is there, or writes it when it is not null. */
    private byte[] raw(String key, byte[] value) {
        var client = RedisClient.create(redis.url());
        try (var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            if (value == null) {
                return connection.sync().get(key);
            }
            connection.sync().set(key, value);
            return value;
        } finally {
            client.shutdown();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            pause(20);
        }
    }
}
