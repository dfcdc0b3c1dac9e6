package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.GatedRecurrentUnit;
import dev.skillpod.core.math.MultilayerPerceptron;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * All that was learnt from logs: how learners answer, and what positions are worth. Immutable and thread-safe.
 *
 * <p>Its bytes are big-endian: 8 bytes of magic, int CRC-32C of all that follows, then the origin, the sizes and the parameters. Equal models
 * have equal bytes.
 *
 * @param origin what it was trained on and how, for people to read
 * @param answers predicts answers
 * @param value values positions inside the answer model
 */
public record LearntModel(String origin, AnswerModel answers, MultilayerPerceptron value) {
    private static final byte[] MAGIC = "SKPODLRN".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = MAGIC.length + Integer.BYTES;

    /**
     * Returns the policy that plans in the model.
     *
     * @param accepted the items that may be chosen, by last item; the last row is for none
     * @param depth actions looked ahead, at least 1
     */
    public LearntPolicy policy(int[][] accepted, int depth) {
        return new LearntPolicy(answers, value, accepted, depth, 0);
    }

    /** Returns the bytes. */
    public byte[] bytes() {
        byte[] text = origin.getBytes(StandardCharsets.UTF_8);
        float[] memory = answers.memory().parameters();
        float[] heads = answers.heads();
        int[] sizes = value.sizes();
        int numbers = memory.length + heads.length + value.parameters().length;
        ByteBuffer out = ByteBuffer.allocate(
                        HEADER + Integer.BYTES * (4 + sizes.length) + text.length + Float.BYTES * numbers)
                .position(HEADER);
        out.putInt(text.length).put(text).putInt(answers.items()).putInt(answers.units());
        out.putInt(sizes.length);
        for (int size : sizes) {
            out.putInt(size);
        }
        for (float[] part : new float[][] {memory, heads, value.parameters()}) {
            for (float number : part) {
                out.putFloat(number);
            }
        }
        return out.rewind().put(MAGIC).putInt(checksum(out.array())).array();
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
    public static LearntModel read(byte[] bytes) {
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("a learnt model must begin with SKPODLRN");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
        if (in.getInt() != checksum(bytes)) {
            throw new IllegalArgumentException("the learnt model was altered: its checksum differs");
        }
        try {
            var text = new byte[count(in)];
            in.get(text);
            int items = count(in);
            int units = count(in);
            var sizes = new int[count(in)];
            for (int layer = 0; layer < sizes.length; layer++) {
                sizes[layer] = count(in);
            }
            var memory =
                    new GatedRecurrentUnit(2 * items, units, numbers(in, GatedRecurrentUnit.count(2 * items, units)));
            var answers = new AnswerModel(items, memory, numbers(in, 2 * items * (units + 1)));
            int rest = in.remaining() / Float.BYTES;
            return new LearntModel(
                    new String(text, StandardCharsets.UTF_8),
                    answers,
                    new MultilayerPerceptron(sizes, numbers(in, rest)));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the learnt model ends too early", e);
        }
    }

    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }

    private static float[] numbers(ByteBuffer in, int count) {
        if (count < 0 || count > in.remaining() / Float.BYTES) {
            throw new BufferUnderflowException();
        }
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.getFloat();
        }
        return numbers;
    }
}
