package dev.skillpod.core.math;

/**
 * The reference kernels: plain loops that accumulate in double.
 *
 * <p>They define what {@link SimdFloatKernels} must compute and serve wherever the vector module is absent.
 */
public final class ScalarFloatKernels implements FloatKernels {
    /** Creates the kernels; they hold no state. */
    public ScalarFloatKernels() {}

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return (float) sum;
    }

    @Override
    public void axpy(float alpha, float[] x, int xFrom, float[] y, int yFrom, int length) {
        for (int i = 0; i < length; i++) {
            y[yFrom + i] += alpha * x[xFrom + i];
        }
    }

    @Override
    public void scale(float alpha, float[] x, int from, int length) {
        for (int i = 0; i < length; i++) {
            x[from + i] *= alpha;
        }
    }

    @Override
    public int dotBytes(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    @Override
    public void packRow(float scale, float[] source, int from, float[] panels, int capacity, int row, int side) {
        for (int column = 0; column < side; column++) {
            panels[Panels.index(capacity, row, column)] = scale * source[from + column];
        }
    }

    @Override
    public void addScaledRows(float[] panels, int capacity, int count, float[] scales, float[] out, int side) {
        for (int column = 0; column < side; column++) {
            double sum = 0;
            for (int p = 0; p < count; p++) {
                sum += (double) scales[p] * panels[Panels.index(capacity, p, column)];
            }
            out[column] += (float) sum;
        }
    }

    @Override
    public void addOuterProducts(float[] panels, int capacity, int count, float[] symmetric, int side) {
        for (int row = 0; row < side; row++) {
            for (int column = row; column < side; column++) {
                double sum = 0;
                for (int p = 0; p < count; p++) {
                    sum += (double) panels[Panels.index(capacity, p, row)] * panels[Panels.index(capacity, p, column)];
                }
                symmetric[Panels.index(side, row, column)] += (float) sum;
            }
        }
    }

    @Override
    public int factor(float[] symmetric, int side) {
        for (int row = 0; row < side; row++) {
            double pivot = symmetric[Panels.index(side, row, row)] - columnDot(symmetric, side, row, row);
            if (!(pivot > 0) || pivot > Float.MAX_VALUE) {
                return row;
            }
            double reciprocal = 1 / Math.sqrt(pivot);
            for (int column = row + 1; column < side; column++) {
                int at = Panels.index(side, row, column);
                symmetric[at] = (float) ((symmetric[at] - columnDot(symmetric, side, row, column)) * reciprocal);
            }
            symmetric[Panels.index(side, row, row)] = (float) reciprocal;
        }
        return side;
    }

    /** Returns the sum of {@code U[p][a] * U[p][b]} over the rows p above {@code a}. */
    private static double columnDot(float[] u, int side, int a, int b) {
        double sum = 0;
        for (int p = 0; p < a; p++) {
            sum += (double) u[Panels.index(side, p, a)] * u[Panels.index(side, p, b)];
        }
        return sum;
    }

    @Override
    public void solveFactored(float[] factored, int side, float[] b) {
        for (int row = 0; row < side; row++) {
            double sum = b[row];
            for (int p = 0; p < row; p++) {
                sum -= (double) factored[Panels.index(side, p, row)] * b[p];
            }
            b[row] = (float) (sum * factored[Panels.index(side, row, row)]);
        }
        for (int row = side - 1; row >= 0; row--) {
            double sum = b[row];
            for (int column = row + 1; column < side; column++) {
                sum -= (double) factored[Panels.index(side, row, column)] * b[column];
            }
            b[row] = (float) (sum * factored[Panels.index(side, row, row)]);
        }
    }

    @Override
    public void addTile(
            float sign, float[] a, int aFrom, float[] b, int bFrom, int depth, float[] c, int cFrom, int stride) {
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 32; column++) {
                double sum = 0;
                for (int p = 0; p < depth; p++) {
                    sum += (double) a[aFrom + 8 * p + row] * b[bFrom + 32 * p + column];
                }
                c[cFrom + row * stride + column] += (float) (sign * sum);
            }
        }
    }
}
