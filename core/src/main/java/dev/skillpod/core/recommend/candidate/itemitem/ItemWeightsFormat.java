package dev.skillpod.core.recommend.candidate.itemitem;

import dev.skillpod.core.math.SparseMatrix;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The byte format of {@link ItemWeights}, big-endian: 8 bytes of magic, int version, int CRC-32C of what follows; double
 * recency, int items, and for each item an int count and as many pairs of int item and float weight.
 */
final class ItemWeightsFormat {
    private static final byte[] MAGIC = "SKPODITW".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;

    private ItemWeightsFormat() {}

    static byte[] write(ItemWeights model) {
        SparseMatrix weights = model.matrix();
        long size = HEADER + Double.BYTES + Integer.BYTES * (1L + weights.rows()) + 8L * weights.entries();
        var out = ByteBuffer.allocate(Math.toIntExact(size)).position(HEADER);
        out.putDouble(model.recency()).putInt(weights.rows());
        for (int item = 0; item < weights.rows(); item++) {
            out.putInt(weights.rowLength(item));
            for (int p = weights.rowStart(item); p < weights.rowEnd(item); p++) {
                out.putInt(weights.columnAt(p)).putFloat(weights.valueAt(p));
            }
        }
        byte[] bytes = out.array();
        ByteBuffer.wrap(bytes).put(MAGIC).putInt(VERSION).putInt(checksum(bytes));
        return bytes;
    }

    static ItemWeights read(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw broken("only " + bytes.length + " bytes, fewer than the header's " + HEADER);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (byte expected : MAGIC) {
            if (in.get() != expected) {
                throw broken("the first bytes are not " + new String(MAGIC, StandardCharsets.US_ASCII));
            }
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw broken("format version must be " + VERSION + ", was " + version);
        }
        if (in.getInt() != checksum(bytes)) {
            throw broken("the checksum does not match");
        }
        try {
            return payload(in);
        } catch (BufferUnderflowException e) {
            throw broken("it ends too early");
        }
    }

    private static ItemWeights payload(ByteBuffer in) {
        double recency = in.getDouble();
        int items = in.getInt();
        if (items < 0 || items > in.remaining() / Integer.BYTES) {
            throw broken(items + " items do not fit " + in.remaining() + " bytes");
        }
        var weights = SparseMatrix.builder(items, items);
        for (int item = 0; item < items; item++) {
            for (int left = in.getInt(); left > 0; left--) {
                int other = in.getInt();
                float weight = in.getFloat();
                if (other < 0 || other >= items || !Float.isFinite(weight)) {
                    throw broken("item " + item + " has the weight " + weight + " for item " + other + " of " + items);
                }
                weights.add(item, other, weight);
            }
        }
        if (in.hasRemaining()) {
            throw broken(in.remaining() + " bytes too many");
        }
        return new ItemWeights(weights.build(), recency);
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue();
    }

    private static IllegalArgumentException broken(String reason) {
        return new IllegalArgumentException("not readable item weights: " + reason);
    }
}
