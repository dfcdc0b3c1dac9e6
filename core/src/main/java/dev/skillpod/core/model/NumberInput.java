package dev.skillpod.core.model;

import java.nio.ByteBuffer;

/** Reads what {@link NumberOutput} wrote, and refuses anything that cannot be that. Not thread-safe. */
public final class NumberInput {
    private final ByteBuffer buffer;

    /** Begins at the first byte. */
    public NumberInput(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
    }

    /** Reads an integer in [least, most]. */
    public int integer(String name, int least, int most) {
        need(name, Integer.BYTES);
        int value = buffer.getInt();
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
        return value;
    }

    /** Reads a long integer. */
    public long longInteger(String name) {
        need(name, Long.BYTES);
        return buffer.getLong();
    }

    /** Reads a finite number. */
    public double real(String name) {
        need(name, Double.BYTES);
        return finite(name, buffer.getDouble());
    }

    /** Reads an array of integers, each at least 0. */
    public int[] counts(String name) {
        var values = new int[length(name, Integer.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(name, 0, Integer.MAX_VALUE);
        }
        return values;
    }

    /** Reads an array of finite numbers. */
    public float[] floats(String name) {
        var values = new float[length(name, Float.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) finite(name, buffer.getFloat());
        }
        return values;
    }

    /** Reads an array of finite numbers. */
    public double[] reals(String name) {
        var values = new double[length(name, Double.BYTES)];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(name, buffer.getDouble());
        }
        return values;
    }

    /** Refuses bytes that nothing reads. */
    public void end() {
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException(buffer.remaining() + " bytes too many");
        }
    }

    private int length(String name, int width) {
        int length = integer("the length of " + name, 0, Integer.MAX_VALUE / 8);
        need(name, (long) length * width);
        return length;
    }

    private void need(String name, long size) {
        if (buffer.remaining() < size) {
            throw new IllegalArgumentException("the bytes end within " + name);
        }
    }

    private static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }
}
