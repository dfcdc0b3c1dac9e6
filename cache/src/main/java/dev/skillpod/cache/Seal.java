package dev.skillpod.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The form of a value in Redis: a mark of the format, until when the value may be used, the value, and a checksum over all of
 * this and the key. So a value that is cut, altered, of another format, too old, or was written under another key (another
 * learner's, say) is none.
 */
final class Seal {
    private static final int FORMAT = 0x53504331; // SPC1
    private static final int CHECKSUM = 16;
    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private Seal() {}

    /** A value and until when it may be used, in milliseconds since 1970. */
    record Opened(byte[] value, long until) {}

    static byte[] close(CacheKey key, byte[] value, long until) {
        ByteBuffer sealed = ByteBuffer.allocate(HEADER + value.length + CHECKSUM);
        sealed.putInt(FORMAT).putLong(until).put(value);
        return sealed.put(checksum(key, sealed.array(), sealed.position())).array();
    }

    /** Returns the value; empty when it is not one that {@link #close} made for this key, or its time is over. */
    static Optional<Opened> open(CacheKey key, byte[] sealed, long now) {
        int end = sealed.length - CHECKSUM;
        if (end < HEADER || ByteBuffer.wrap(sealed).getInt() != FORMAT) {
            return Optional.empty();
        }
        if (!Arrays.equals(checksum(key, sealed, end), 0, CHECKSUM, sealed, end, sealed.length)) {
            return Optional.empty();
        }
        long until = ByteBuffer.wrap(sealed).getLong(Integer.BYTES);
        return until <= now
                ? Optional.empty()
                : Optional.of(new Opened(Arrays.copyOfRange(sealed, HEADER, end), until));
    }

    private static byte[] checksum(CacheKey key, byte[] sealed, int end) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(key.inRedis().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(sealed, 0, end);
        return Arrays.copyOf(digest.digest(), CHECKSUM);
    }
}
