package dev.skillpod.cache;

import java.time.Instant;

/**
 * How Redis is.
 *
 * @param state whether it is used
 * @param since when it came to be so
 * @param detail why, in a few words, without password
 */
public record RedisHealth(State state, Instant since, String detail) {
    /** Whether Redis is used. */
    public enum State {
        /** Answers. */
        UP,
        /** Should answer, and does not: values are kept in this process only. */
        DOWN,
        /** Nobody asked for one and none is there, or caching is off. */
        OFF
    }
}
