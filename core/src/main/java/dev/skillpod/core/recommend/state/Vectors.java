package dev.skillpod.core.recommend.state;

import dev.skillpod.core.math.FloatKernels;

/** Arithmetic on whole vectors of meaning. */
public final class Vectors {
    private static final FloatKernels KERNELS = FloatKernels.best();

    private Vectors() {}

    /** Returns the dot product of two vectors of the same length; of unit vectors, the cosine of their angle. */
    public static float dot(float[] a, float[] b) {
        return KERNELS.dot(a, 0, b, 0, a.length);
    }

    /** Adds {@code weight} times {@code x} to {@code sum}. */
    public static void add(float[] sum, float weight, float[] x) {
        KERNELS.axpy(weight, x, 0, sum, 0, sum.length);
    }

    /** Scales a vector to length 1; a zero vector stays zero. */
    public static void normalise(float[] x) {
        float norm = (float) Math.sqrt(dot(x, x));
        if (norm > 0) {
            KERNELS.scale(1 / norm, x, 0, x.length);
        }
    }
}
