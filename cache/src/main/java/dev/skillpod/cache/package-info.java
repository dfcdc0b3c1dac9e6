/**
 * Values that are dear to make, kept twice: in the memory of this process, bounded in bytes, and behind it in Redis, where
 * other processes find them.
 *
 * <p>{@link dev.skillpod.cache.TwoLevelCache} is asked with a {@link dev.skillpod.cache.CacheKey} that names <em>everything</em>
 * the value depends on ({@link dev.skillpod.cache.Fingerprint}): the same key always means the same value, so nothing has to be
 * told when something changes, and a value that cannot be found is made again. What comes back from Redis is believed only when
 * it is whole and was written under this very key ({@link dev.skillpod.cache.Seal}). Redis may be absent, slow or hung at any
 * time: then the process goes on with what it has in memory ({@link dev.skillpod.cache.RedisLevel}).
 */
@NullMarked
package dev.skillpod.cache;

import org.jspecify.annotations.NullMarked;
