package dev.skillpod.app.runtime;

import dev.skillpod.core.text.TextEmbedder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedder that keeps the vectors of the catalogue's texts in a file, so that a start does not embed a catalogue that
 * was embedded before. A damaged file is like none: it is made again. Thread-safe.
 */
public final class TextVectors implements TextEmbedder {
    private static final Logger LOG = LoggerFactory.getLogger(TextVectors.class);
    private static final int MAGIC = 0x53504556;
    private static final int HASH_BYTES = 16;

    private final TextEmbedder embedder;
    private final Path file;
    private final Map<ByteBuffer, float[]> vectors = new ConcurrentHashMap<>();
    private volatile boolean grown;

    /** Wraps an embedder, reading what an earlier process left in {@code directory}. */
    public TextVectors(TextEmbedder embedder, Path directory) {
        this.embedder = embedder;
        this.file = directory.resolve(embedder.modelName() + ".vectors");
        if (Files.exists(file)) {
            try {
                read(Files.readAllBytes(file));
            } catch (IOException | RuntimeException e) {
                vectors.clear();
                LOG.warn("{} cannot be read and will be made again: {}", file, e.getMessage());
            }
        }
    }

    @Override
    public String modelName() {
        return embedder.modelName();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    /** Returns the vector of a text, remembering it; not for texts of requests, which would fill the memory. */
    @Override
    public float[] embed(String text) {
        return vectors.computeIfAbsent(hash(text), hash -> {
            grown = true;
            return embedder.embed(text);
        });
    }

    /** Writes the file when there are vectors it does not have; a full disk costs the next start some seconds, no more. */
    public void save() {
        if (!grown) {
            return;
        }
        grown = false;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new");
            try {
                Files.write(fresh, bytes());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be written: {}", file, e.getMessage());
        }
    }

    private byte[] bytes() {
        var entries = Map.copyOf(vectors);
        int width = HASH_BYTES + Float.BYTES * dimension();
        ByteBuffer out = ByteBuffer.allocate(3 * Integer.BYTES + entries.size() * width + Long.BYTES);
        out.putInt(MAGIC).putInt(dimension()).putInt(entries.size());
        entries.forEach((hash, vector) -> {
            out.put(hash.duplicate());
            for (float v : vector) {
                out.putFloat(v);
            }
        });
        return out.putLong(checksum(out.array(), out.position())).array();
    }

    private void read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int end = bytes.length - Long.BYTES;
        if (end < 0 || in.getLong(end) != checksum(bytes, end)) {
            throw new IllegalStateException("its checksum is wrong");
        }
        if (in.getInt() != MAGIC || in.getInt() != dimension()) {
            throw new IllegalStateException("it was made by another model");
        }
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            var hash = new byte[HASH_BYTES];
            in.get(hash);
            var vector = new float[dimension()];
            in.asFloatBuffer().get(vector);
            in.position(in.position() + Float.BYTES * vector.length);
            vectors.put(ByteBuffer.wrap(hash), vector);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        var crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private static ByteBuffer hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest, 0, HASH_BYTES).slice();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
