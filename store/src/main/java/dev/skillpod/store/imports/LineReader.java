package dev.skillpod.store.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 text line by line and goes on after a bad line. Lines end with LF, CR LF or CR; a byte order mark is dropped.
 *
 * <p>A line longer than the limit, or not valid UTF-8, is handed out without its text but with its problem. Memory is
 * bounded by the limit. Not thread-safe.
 */
final class LineReader implements Closeable {
    /**
     * A line.
     *
     * @param number its number, from 1
     * @param text its text without the line end; empty when there is a problem
     * @param problem why it cannot be read, or null
     */
    record Line(long number, String text, @Nullable String problem) {}

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;
    private boolean afterCarriageReturn;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Returns the number of the line read last; 0 before the first. */
    long number() {
        return number;
    }

    /**
     * Returns the next line, or null at the end.
     *
     * @throws IOException when the file cannot be read on, or is UTF-16
     */
    @Nullable
    Line next() throws IOException {
        length = 0;
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == end && !fill()) {
                return any || length > 0 ? finish(tooLong) : null;
            }
            if (afterCarriageReturn && buffer[position] == '\n') {
                position++;
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = false;
            int from = position;
            while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            any = true;
            tooLong |= !append(from, position);
            if (position < end) {
                afterCarriageReturn = buffer[position++] == '\r';
                return finish(tooLong);
            }
        }
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** Appends bytes of the buffer to the line, unless it gets too long. */
    private boolean append(int from, int to) {
        int more = to - from;
        if (length + more > limit) {
            return false;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(limit, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(buffer, from, line, length, more);
        length += more;
        return true;
    }

    private Line finish(boolean tooLong) throws IOException {
        number++;
        int from = number == 1 ? markLength() : 0;
        if (tooLong) {
            return new Line(number, "", "row: must be at most " + limit + " bytes, was longer");
        }
        String text = new String(line, from, length - from, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !valid(from)) {
            return new Line(number, "", "row: must be valid UTF-8, was in another encoding");
        }
        return new Line(number, text, null);
    }

    private int markLength() throws IOException {
        int first = length > 0 ? line[0] & 0xFF : 0;
        int second = length > 1 ? line[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
            throw new IOException("must be UTF-8 text, starts with the byte order mark of UTF-16");
        }
        return first == 0xEF && second == 0xBB && length > 2 && (line[2] & 0xFF) == 0xBF ? 3 : 0;
    }

    /** Decodes strictly, because a replacement character may also stand in the file itself. */
    private boolean valid(int from) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, from, length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
