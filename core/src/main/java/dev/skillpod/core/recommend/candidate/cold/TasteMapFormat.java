package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.catalog.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The byte format of {@link TasteMap}, big-endian: 8 bytes of magic, int CRC-32C of the rest, then int version, number of
 * content types, vector length, skills (count, then each as length and UTF-8), shares and weights (counts, then floats).
 */
final class TasteMapFormat {
    private static final byte[] MAGIC = "SKPODMAP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + Integer.BYTES;

    private TasteMapFormat() {}

    static byte[] write(ContentFeatures features, float[] shares, DenseMatrix weights) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeInt(ContentType.values().length);
            out.writeInt(features.dimension());
            out.writeInt(features.skills().size());
            for (String skill : features.skills()) {
                byte[] text = skill.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            out.writeInt(weights.columns());
            floats(out, shares);
            floats(out, weights.values());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        byte[] payload = bytes.toByteArray();
        return ByteBuffer.allocate(HEADER + payload.length)
                .put(MAGIC)
                .putInt(checksum(payload, 0, payload.length))
                .put(payload)
                .array();
    }

    static TasteMap read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        try {
            var magic = new byte[MAGIC.length];
            in.get(magic);
            require(java.util.Arrays.equals(magic, MAGIC), "its first bytes are wrong");
            require(in.getInt() == checksum(bytes, HEADER, bytes.length - HEADER), "its checksum is wrong");
            require(in.getInt() == VERSION, "its version is unknown");
            require(in.getInt() == ContentType.values().length, "it knows other content types");
            int dimension = in.getInt();
            int skillCount = in.getInt();
            require(dimension >= 0 && skillCount >= 0 && skillCount <= in.remaining(), "its sizes are wrong");
            List<String> skills = new ArrayList<>();
            for (int s = 0; s < skillCount; s++) {
                var text = new byte[checked(in.getInt(), 1, in)];
                in.get(text);
                skills.add(new String(text, StandardCharsets.UTF_8));
            }
            var features = new ContentFeatures(dimension, skills);
            int factors = in.getInt();
            float[] shares = floats(in);
            float[] weights = floats(in);
            require(factors > 0 && weights.length == (long) factors * features.count(), "its sizes do not fit");
            require(!in.hasRemaining(), "something follows it");
            return new TasteMap(features, shares, new DenseMatrix(features.count(), factors, weights));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the bytes are not a taste map: they are cut short", e);
        }
    }

    private static void floats(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static float[] floats(ByteBuffer in) {
        var values = new float[checked(in.getInt(), Float.BYTES, in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getFloat();
            require(Float.isFinite(values[i]), "a value is not finite");
        }
        return values;
    }

    private static int checked(int count, int width, ByteBuffer in) {
        require(count >= 0 && (long) count * width <= in.remaining(), "it is cut short");
        return count;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("the bytes are not a taste map: " + otherwise);
        }
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
