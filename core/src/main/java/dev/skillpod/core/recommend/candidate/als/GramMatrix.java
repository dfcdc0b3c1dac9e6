package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import java.util.function.IntConsumer;

/**
 * The Gram matrix of a set of vectors, {@code G = sum of y y^T}, summed in fixed blocks so that the result does not depend
 * on the number of threads.
 */
final class GramMatrix {
    private static final int BLOCK = 512;
    private static final int MOST_BLOCKS = 128;

    private GramMatrix() {}

    /** Runs {@code task} for each number in [0, count), in any order and on any threads; returns when all are done. */
    interface Loop {
        void forEach(int count, IntConsumer task);
    }

    /**
     * Computes a Gram matrix.
     *
     * @param vectors {@code rows} vectors of {@code side} floats
     * @return {@code side * side} floats in panels, upper triangle
     */
    static float[] of(FloatKernels kernels, float[] vectors, int rows, int side, Loop loop) {
        int block = Math.max(BLOCK, (rows + MOST_BLOCKS - 1) / MOST_BLOCKS);
        int blocks = (rows + block - 1) / block;
        var partial = new float[blocks][];
        loop.forEach(
                blocks, b -> partial[b] = partial(kernels, vectors, b * block, Math.min(rows, (b + 1) * block), side));
        var sum = new float[side * side];
        for (float[] part : partial) {
            kernels.axpy(1, part, 0, sum, 0, sum.length);
        }
        return sum;
    }

    private static float[] partial(FloatKernels kernels, float[] vectors, int from, int to, int side) {
        int capacity = Math.min(128, to - from);
        var panels = new float[capacity * side];
        var sum = new float[side * side];
        for (int start = from; start < to; start += capacity) {
            int count = Math.min(capacity, to - start);
            for (int i = 0; i < count; i++) {
                kernels.packRow(1, vectors, (start + i) * side, panels, capacity, i, side);
            }
            kernels.addOuterProducts(panels, capacity, count, sum, side);
        }
        return sum;
    }

    /** Returns {@code weight * G} as a new array. */
    static float[] scaled(FloatKernels kernels, float[] gram, float weight) {
        float[] scaled = gram.clone();
        kernels.scale(weight, scaled, 0, scaled.length);
        return scaled;
    }

    /** Returns the matrix in panels with that diagonal and 0 elsewhere. */
    static float[] ofDiagonal(float[] diagonal) {
        int side = diagonal.length;
        var matrix = new float[side * side];
        for (int i = 0; i < side; i++) {
            matrix[Panels.index(side, i, i)] = diagonal[i];
        }
        return matrix;
    }

    /** Returns the Gram matrix of the first {@code size} components, row by row. */
    static float[] rowMajor(float[] gram, int side, int size) {
        var full = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                full[row * size + column] = gram[Panels.index(side, Math.min(row, column), Math.max(row, column))];
            }
        }
        return full;
    }
}
