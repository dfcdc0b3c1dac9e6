package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import dev.skillpod.core.model.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * The byte format of {@link AlsModel}, big-endian: 8 bytes of magic, int version, int length of the payload, int CRC-32C of
 * the payload, payload. The payload is the settings, the provenance, the number of items and their vectors. The Gram matrix
 * is computed anew on reading.
 */
final class AlsModelFormat {
    private static final byte[] MAGIC = "SKPODALS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + 3 * Integer.BYTES;

    private AlsModelFormat() {}

    static byte[] write(AlsModel model) {
        byte[] payload = payload(model);
        return ByteBuffer.allocate(HEADER + payload.length)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(payload.length)
                .putInt(checksum(payload, 0, payload.length))
                .put(payload)
                .array();
    }

    private static byte[] payload(AlsModel model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            AlsConfig config = model.config();
            out.writeInt(config.factors());
            out.writeInt(config.iterations());
            out.writeDouble(config.regularization());
            out.writeDouble(config.regularizationExponent());
            out.writeDouble(config.unobservedWeight());
            out.writeDouble(config.initialDeviation());
            Provenance provenance = model.provenance();
            writeText(out, provenance.algorithm());
            writeInstant(out, provenance.trainedAt());
            out.writeLong(provenance.seed());
            writeInstant(out, provenance.dataFrom());
            writeInstant(out, provenance.dataUntil());
            writeText(out, provenance.dataSource());
            writeMap(out, provenance.rowCounts());
            writeMap(out, provenance.parameters());
            writeMap(out, provenance.metrics());
            out.writeInt(model.itemCount());
            float[] factors = model.itemFactors();
            var block = ByteBuffer.allocate(Math.multiplyExact(factors.length, Float.BYTES));
            block.asFloatBuffer().put(factors);
            out.write(block.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static AlsModel read(byte[] bytes, FloatKernels kernels) {
        ByteBuffer in = checkedPayload(bytes);
        try {
            var config = new AlsConfig(
                    in.getInt(), in.getInt(), in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble());
            var provenance = new Provenance(
                    readText(in),
                    readInstant(in),
                    in.getLong(),
                    readInstant(in),
                    readInstant(in),
                    readText(in),
                    readMap(in, Long::valueOf),
                    readMap(in, Function.identity()),
                    readMap(in, Double::valueOf));
            int itemCount = in.getInt();
            if (itemCount < 0 || in.remaining() != (long) itemCount * config.factors() * Float.BYTES) {
                throw broken(itemCount + " items of " + config.factors() + " factors do not fit " + in.remaining()
                        + " bytes");
            }
            int side = Panels.padded(config.factors());
            var items = new float[Math.multiplyExact(itemCount, side)];
            var floats = in.asFloatBuffer();
            for (int item = 0; item < itemCount; item++) {
                floats.get(items, item * side, config.factors());
            }
            float[] gram = GramMatrix.of(kernels, items, itemCount, side, (count, task) -> {
                for (int i = 0; i < count; i++) {
                    task.accept(i);
                }
            });
            return new AlsModel(config, provenance, itemCount, items, gram, kernels);
        } catch (BufferUnderflowException | DateTimeException | ArithmeticException e) {
            throw broken("a field does not hold what it must (" + e + ")");
        }
    }

    private static ByteBuffer checkedPayload(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER) {
            throw broken("only " + bytes.length + " bytes, fewer than the header's " + HEADER);
        }
        for (byte expected : MAGIC) {
            if (in.get() != expected) {
                throw broken("the first bytes are not " + new String(MAGIC, StandardCharsets.US_ASCII));
            }
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw broken("format version must be " + VERSION + ", was " + version);
        }
        int length = in.getInt();
        if (length != bytes.length - HEADER) {
            throw broken("the header promises " + length + " bytes, " + (bytes.length - HEADER) + " follow");
        }
        if (in.getInt() != checksum(bytes, HEADER, length)) {
            throw broken("the checksum does not match");
        }
        return in;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static IllegalArgumentException broken(String reason) {
        return new IllegalArgumentException("not a readable ALS model: " + reason);
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw broken("a text of " + length + " bytes does not fit the " + in.remaining() + " left");
        }
        var utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(ByteBuffer in) {
        return Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    private static void writeMap(DataOutputStream out, Map<String, ?> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : new TreeMap<String, Object>(map).entrySet()) {
            writeText(out, entry.getKey());
            writeText(out, entry.getValue().toString());
        }
    }

    private static <V> Map<String, V> readMap(ByteBuffer in, Function<String, V> value) {
        var map = new LinkedHashMap<String, V>();
        for (int left = in.getInt(); left > 0; left--) {
            map.put(readText(in), value.apply(readText(in)));
        }
        return map;
    }
}
