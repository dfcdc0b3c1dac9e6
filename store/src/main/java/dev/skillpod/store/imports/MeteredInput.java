package dev.skillpod.store.imports;

import dev.skillpod.core.model.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reports how many of a file's bytes were read, every MiB and at the end. Not thread-safe. */
final class MeteredInput extends FilterInputStream {
    private static final long STEP = 1 << 20;

    private final String stage;
    private final long total;
    private final Progress progress;
    private long done;
    private long reported;

    MeteredInput(InputStream in, String stage, long total, Progress progress) {
        super(in);
        this.stage = stage;
        this.total = total;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        advance(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        int count = super.read(target, from, most);
        advance(Math.max(0, count));
        return count;
    }

    private void advance(int bytes) {
        done += bytes;
        if (done - reported >= STEP || done >= total && reported < done) {
            reported = done;
            progress.report(stage, Math.min(done, total), total);
        }
    }
}
