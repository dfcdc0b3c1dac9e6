package dev.skillpod.core.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes numbers one after the other into memory, big-endian, as {@link NumberInput} reads them. Not thread-safe. */
public final class NumberOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Writes an integer. */
    public NumberOutput integer(int value) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(value));
    }

    /** Writes a long integer. */
    public NumberOutput longInteger(long value) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(value));
    }

    /** Writes a real number. */
    public NumberOutput real(double value) {
        return add(ByteBuffer.allocate(Double.BYTES).putDouble(value));
    }

    /** Writes an array with its length. */
    public NumberOutput integers(int[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Integer.BYTES * (values.length + 1)).putInt(values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return add(buffer);
    }

    /** Writes an array with its length. */
    public NumberOutput floats(float[] values) {
        ByteBuffer buffer =
                ByteBuffer.allocate(Float.BYTES * (values.length + 1)).putInt(values.length);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return add(buffer);
    }

    /** Writes an array with its length. */
    public NumberOutput reals(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length + Integer.BYTES)
                .putInt(values.length);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return add(buffer);
    }

    /** Returns what was written. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private NumberOutput add(ByteBuffer buffer) {
        bytes.writeBytes(buffer.array());
        return this;
    }
}
