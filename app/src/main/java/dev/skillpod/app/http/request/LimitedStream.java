package dev.skillpod.app.http.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Lets so many bytes pass and fails at the next one. Fails also when a body comes too slowly: from its first read on, it may
 * take the grace and a second for every {@value #SLOWEST_PER_SECOND} bytes.
 */
final class LimitedStream extends ServletInputStream {
    private static final long SLOWEST_PER_SECOND = 16 << 10;

    private final ServletInputStream source;
    private final long limit;
    private final long graceNanos;
    private final long began = System.nanoTime();
    private long passed;

    LimitedStream(ServletInputStream source, long limit, Duration grace) {
        this.source = source;
        this.limit = limit;
        this.graceNanos = grace.toNanos();
    }

    @Override
    public int read() throws IOException {
        int read = source.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = source.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws IOException {
        passed += read;
        if (passed > limit) {
            throw new BodyTooLargeException(limit);
        }
        long allowed = graceNanos + passed * 1_000_000_000L / SLOWEST_PER_SECOND;
        if (System.nanoTime() - began > allowed) {
            throw new SocketTimeoutException("the body comes too slowly");
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }
}
