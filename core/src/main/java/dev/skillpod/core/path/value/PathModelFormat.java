package dev.skillpod.core.path.value;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.belief.StatePrior;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The byte format of {@link PathModel}, big-endian: 8 bytes of magic, int version, int CRC-32C of all that follows; then the origin, the
 * looked-at particles, the prior by item, and the networks with their seeds. Equal models give equal bytes.
 */
public final class PathModelFormat {
    private static final byte[] MAGIC = "SKPODPTH".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;
    private static final int MOST = 1 << 24;

    private PathModelFormat() {}

    /** Returns the bytes of a model. */
    public static byte[] write(PathModel model) {
        byte[] origin = model.origin().getBytes(StandardCharsets.UTF_8);
        StatePrior prior = model.prior();
        int size = HEADER + 4 * Integer.BYTES + origin.length;
        for (int item = 0; item < prior.items(); item++) {
            size += Integer.BYTES + 2 * Double.BYTES * prior.values(item).length;
        }
        for (MultilayerPerceptron network : model.networks().values()) {
            size += Long.BYTES
                    + Integer.BYTES * (1 + network.sizes().length)
                    + Float.BYTES * network.parameters().length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).position(HEADER);
        out.putInt(origin.length).put(origin).putInt(model.looked()).putInt(prior.items());
        for (int item = 0; item < prior.items(); item++) {
            double[] values = prior.values(item);
            out.putInt(values.length);
            for (int v = 0; v < values.length; v++) {
                out.putDouble(values[v]).putDouble(prior.probabilities(item)[v]);
            }
        }
        out.putInt(model.networks().size());
        model.networks().forEach((seed, network) -> {
            out.putLong(seed).putInt(network.sizes().length);
            for (int units : network.sizes()) {
                out.putInt(units);
            }
            for (float parameter : network.parameters()) {
                out.putFloat(parameter);
            }
        });
        return out.rewind()
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(checksum(out.array()))
                .array();
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes, HEADER, bytes.length - HEADER);
        return (int) crc.getValue();
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when the bytes are not such a model, or were altered
     */
    public static PathModel read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("a path model must begin with SKPODPTH");
        }
        in.position(MAGIC.length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException("the version of a path model must be " + VERSION + ", was " + version);
        }
        if (in.getInt() != checksum(bytes)) {
            throw new IllegalArgumentException("the path model was altered: its checksum differs");
        }
        try {
            return content(in);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the path model ends too early", e);
        }
    }

    private static PathModel content(ByteBuffer in) {
        var origin = new byte[count(in)];
        in.get(origin);
        int looked = in.getInt();
        int items = count(in);
        var values = new double[items][];
        var probabilities = new double[items][];
        for (int item = 0; item < items; item++) {
            int size = count(in);
            values[item] = new double[size];
            probabilities[item] = new double[size];
            for (int v = 0; v < size; v++) {
                values[item][v] = in.getDouble();
                probabilities[item][v] = in.getDouble();
            }
        }
        var networks = new TreeMap<Long, MultilayerPerceptron>();
        for (int left = count(in); left > 0; left--) {
            long seed = in.getLong();
            networks.put(seed, network(in));
        }
        return new PathModel(
                new String(origin, StandardCharsets.UTF_8), looked, new StatePrior(values, probabilities), networks);
    }

    private static MultilayerPerceptron network(ByteBuffer in) {
        var sizes = new int[count(in)];
        long parameters = 0;
        for (int layer = 0; layer < sizes.length; layer++) {
            sizes[layer] = count(in);
            parameters += layer == 0 ? 0 : (sizes[layer - 1] + 1L) * sizes[layer];
        }
        if (parameters > in.remaining() / Float.BYTES) {
            throw new BufferUnderflowException();
        }
        var numbers = new float[(int) parameters];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.getFloat();
        }
        return new MultilayerPerceptron(sizes, numbers);
    }

    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > Math.min(MOST, in.remaining())) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
