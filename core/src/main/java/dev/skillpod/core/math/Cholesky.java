package dev.skillpod.core.math;

/**
 * The factorisation of a symmetric positive definite matrix, with which any number of systems can be solved.
 *
 * <p>Factor and solve run in single precision; each solution is then corrected once by the residual computed in double
 * (iterative refinement: Golub and Van Loan 2013, Matrix Computations, section 3.5.3), which gives nearly all digits a
 * float can hold unless the matrix is close to singular. Immutable and thread-safe.
 */
public final class Cholesky {
    private final int size;
    private final float[] symmetric;
    private final float[] factored;
    private final FloatKernels kernels;

    private Cholesky(int size, float[] symmetric, float[] factored, FloatKernels kernels) {
        this.size = size;
        this.symmetric = symmetric;
        this.factored = factored;
        this.kernels = kernels;
    }

    /**
     * Factors a matrix.
     *
     * @param symmetric {@code size * size} finite values, row by row; only the upper triangle is read
     * @param size rows and columns, in [1, 4096]
     * @throws IllegalArgumentException when the array has another length or {@code size} is out of range
     * @throws ArithmeticException when the matrix is not positive definite
     */
    public static Cholesky of(float[] symmetric, int size) {
        return of(symmetric, size, FloatKernels.best());
    }

    static Cholesky of(float[] symmetric, int size, FloatKernels kernels) {
        if (size < 1 || size > 4096) {
            throw new IllegalArgumentException("size must be in [1, 4096], was " + size);
        }
        if (symmetric.length != size * size) {
            throw new IllegalArgumentException(
                    "symmetric must hold " + size * size + " values, held " + symmetric.length);
        }
        float[] factored = Panels.ofSymmetric(symmetric, size);
        int failed = kernels.factor(factored, Panels.padded(size));
        if (failed < Panels.padded(size)) {
            throw new ArithmeticException("matrix of size " + size + " is not positive definite: pivot of row " + failed
                    + " is not a positive number");
        }
        return new Cholesky(size, symmetric.clone(), factored, kernels);
    }

    /** Returns the number of rows and columns. */
    public int size() {
        return size;
    }

    /**
     * Solves {@code S x = b}.
     *
     * @param b {@link #size()} values; not changed
     * @return x, a new array
     */
    public float[] solve(float[] b) {
        if (b.length != size) {
            throw new IllegalArgumentException("b must hold " + size + " values, held " + b.length);
        }
        var x = new float[Panels.padded(size)];
        System.arraycopy(b, 0, x, 0, size);
        kernels.solveFactored(factored, x.length, x);
        var correction = new float[x.length];
        for (int row = 0; row < size; row++) {
            double residual = b[row];
            for (int column = 0; column < size; column++) {
                residual -= (double) symmetric[Math.min(row, column) * size + Math.max(row, column)] * x[column];
            }
            correction[row] = (float) residual;
        }
        kernels.solveFactored(factored, x.length, correction);
        var solution = new float[size];
        for (int row = 0; row < size; row++) {
            solution[row] = x[row] + correction[row];
        }
        return solution;
    }
}
