package dev.skillpod.core.math;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Exact nearest-neighbour search by dot product, meant for unit vectors, where it is the cosine.
 *
 * <p>Search runs in two passes. The first reads every row as one byte per component and computes the dot product with the
 * equally rounded query; together with the length of what rounding cut off, this bounds the true product from both sides
 * (Cauchy-Schwarz). The second computes the true product only for rows whose upper bound reaches the k-th best lower
 * bound. So the result is the same as that of a full scan in floats, not an approximation of it.
 *
 * <p>Cost per query: {@code size * dimension} bytes read, plus a few hundred float rows; good to some 200,000 rows.
 * Immutable and thread-safe.
 */
public final class VectorIndex {
    private final int dimension;
    private final int size;
    private final float[] rows;
    private final byte[] codes;
    /** Of each row, what {@link Rounding} says. */
    private final float[] steps;

    private final float[] norms;
    private final float[] restNorms;
    private final FloatKernels kernels;

    private VectorIndex(int dimension, List<float[]> vectors, FloatKernels kernels) {
        this.dimension = dimension;
        this.size = vectors.size();
        this.rows = new float[Math.multiplyExact(size, dimension)];
        this.codes = new byte[rows.length];
        this.steps = new float[size];
        this.norms = new float[size];
        this.restNorms = new float[size];
        this.kernels = kernels;
        int row = 0;
        for (float[] vector : vectors) {
            requireVector("vectors[" + row + "]", vector, dimension);
            System.arraycopy(vector, 0, rows, row * dimension, dimension);
            Rounding rounding = Rounding.round(vector, codes, row * dimension);
            steps[row] = rounding.step;
            norms[row] = rounding.norm;
            restNorms[row] = rounding.restNorm;
            row++;
        }
    }

    /**
     * Builds an index over vectors, which are copied.
     *
     * @param dimension length of every vector, in [1, 65536]
     * @param vectors the rows in order; may be empty
     * @throws IllegalArgumentException when a vector has another length or a component that is not finite
     */
    public static VectorIndex of(int dimension, List<float[]> vectors) {
        return of(dimension, vectors, FloatKernels.best());
    }

    static VectorIndex of(int dimension, List<float[]> vectors, FloatKernels kernels) {
        if (dimension < 1 || dimension > 65_536) {
            throw new IllegalArgumentException("dimension must be in [1, 65536], was " + dimension);
        }
        return new VectorIndex(dimension, vectors, kernels);
    }

    /** Returns the number of rows. */
    public int size() {
        return size;
    }

    /** Returns the length of every vector. */
    public int dimension() {
        return dimension;
    }

    /** Returns a copy of one row; {@code row} is in [0, size). */
    public float[] vector(int row) {
        var copy = new float[dimension];
        System.arraycopy(rows, row * dimension, copy, 0, dimension);
        return copy;
    }

    /** Returns the dot product of the query with one row; {@code row} is in [0, size). */
    public float score(float[] query, int row) {
        return kernels.dot(rows, row * dimension, query, 0, dimension);
    }

    /** Returns the {@code k} rows with the highest dot product; see {@link #top(float[], int, IntPredicate)}. */
    public List<Hit> top(float[] query, int k) {
        return top(query, k, row -> true);
    }

    /**
     * Returns the rows with the highest dot product among those a filter lets through.
     *
     * @param query {@link #dimension()} finite components
     * @param k how many, at least 1
     * @param filter which rows may be returned
     * @return at most {@code k} hits, best first, of equal scores the lower index first; fewer only when fewer pass
     * @throws IllegalArgumentException when the query has another length or is not finite, or {@code k} is less than 1
     */
    public List<Hit> top(float[] query, int k, IntPredicate filter) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
        requireVector("query", query, dimension);
        if (size == 0) {
            return List.of();
        }
        int kept = Math.min(k, size);
        var queryCodes = new byte[dimension];
        Rounding rounded = Rounding.round(query, queryCodes, 0);
        var upperBounds = new float[size];
        var lowerBounds = new TopK(kept);
        // The filter may cost more than the product, so it is asked only where the row could still be among the best.
        float reachable = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < size; row++) {
            int product = kernels.dotBytes(codes, row * dimension, queryCodes, 0, dimension);
            float approximate = product * (steps[row] * rounded.step);
            float bound = rounded.boundWith(norms[row], restNorms[row], dimension);
            upperBounds[row] = approximate + bound;
            if (approximate - bound > reachable && filter.test(row)) {
                lowerBounds.offer(row, approximate - bound);
                reachable = lowerBounds.threshold();
            }
        }
        var best = new TopK(kept);
        for (int row = 0; row < size; row++) {
            if (upperBounds[row] >= reachable && filter.test(row)) {
                best.offer(row, score(query, row));
            }
        }
        return best.hits();
    }

    private static void requireVector(String name, float[] vector, int dimension) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException(name + " must have " + dimension + " components, had " + vector.length);
        }
        for (int i = 0; i < dimension; i++) {
            if (!Float.isFinite(vector[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite, was " + vector[i]);
            }
        }
    }

    /**
     * How a vector was rounded to bytes: {@code x = step * codes + rest}.
     *
     * @param step value of one unit of the codes, 0 for the zero vector
     * @param norm Euclidean length of x
     * @param restNorm Euclidean length of the rest
     */
    private record Rounding(float step, float norm, float restNorm) {
        // Products that bound each other only up to float rounding: n terms of relative error 2^-24, with room to
        // spare.
        private static final float FLOAT_STEP = 0x1p-23f;

        static Rounding round(float[] vector, byte[] codes, int from) {
            float largest = 0;
            for (float value : vector) {
                largest = Math.max(largest, Math.abs(value));
            }
            float step = largest / 127;
            double norm = 0;
            double rest = 0;
            for (int i = 0; i < vector.length; i++) {
                // The clamp only matters where the step is subnormal; the rest is measured, so the bounds still hold.
                int code = step == 0 ? 0 : Math.clamp(Math.round(vector[i] / step), -127, 127);
                codes[from + i] = (byte) code;
                double left = vector[i] - (double) step * code;
                norm += (double) vector[i] * vector[i];
                rest += left * left;
            }
            return new Rounding(step, (float) Math.sqrt(norm), (float) Math.sqrt(rest));
        }

        /** Returns how far the product of the codes may be from the product of the vectors. */
        float boundWith(float otherNorm, float otherRestNorm, int dimension) {
            float roundedNorm = norm + restNorm;
            return restNorm * otherNorm
                    + roundedNorm * otherRestNorm
                    + (dimension + 8) * FLOAT_STEP * roundedNorm * otherNorm;
        }
    }
}
