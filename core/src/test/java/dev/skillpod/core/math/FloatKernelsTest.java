package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SIMD kernels against their scalar twins. */
class FloatKernelsTest {
    private final FloatKernels scalar = new ScalarFloatKernels();
    private final FloatKernels simd = new SimdFloatKernels();

    @Test
    void bestIsSimdWhenTheModuleIsPresent() {
        assertThat(FloatKernels.best().name()).startsWith("simd-");
    }

    // Lengths around every unrolling step. A sum of n products of size about 1 is off by at most n * 2^-23 or so.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, 384, 1000})
    void vectorKernelsAgree(int length) {
        float[] x = gaussians(1, length + 5);
        float[] y = gaussians(2, length + 5);
        double tolerance = (length + 1) * 0x1p-22;

        assertThat(simd.dot(x, 3, y, 5, length)).isCloseTo(scalar.dot(x, 3, y, 5, length), within((float) tolerance));

        float[] expected = y.clone();
        float[] actual = y.clone();
        scalar.axpy(0.7f, x, 1, expected, 2, length);
        simd.axpy(0.7f, x, 1, actual, 2, length);
        assertThat(actual).containsExactly(expected, within(1e-6f));

        scalar.scale(-3f, expected, 2, length);
        simd.scale(-3f, actual, 2, length);
        assertThat(actual).containsExactly(expected, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 63, 64, 65, 127, 128, 384, 100_000})
    void byteProductsAreExactEvenAtTheExtremes(int length) {
        var random = new Random(3);
        var a = new byte[length + 2];
        var b = new byte[length + 2];
        for (int i = 0; i < a.length; i++) {
            a[i] = (byte) (random.nextInt(255) - 127);
            b[i] = (byte) (random.nextInt(255) - 127);
        }
        assertThat(simd.dotBytes(a, 1, b, 2, length)).isEqualTo(scalar.dotBytes(a, 1, b, 2, length));
        java.util.Arrays.fill(a, (byte) -127);
        assertThat(simd.dotBytes(a, 1, a, 2, length)).isEqualTo(127 * 127 * length);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 80, 128})
    void outerProductsAgree(int side) {
        for (int count : new int[] {0, 1, 2, 7, 40}) {
            int capacity = 41;
            float[] panels = gaussians(count, capacity * side);
            float[] expected = gaussians(5, side * side);
            float[] actual = expected.clone();
            scalar.addOuterProducts(panels, capacity, count, expected, side);
            simd.addOuterProducts(panels, capacity, count, actual, side);
            for (int row = 0; row < side; row++) {
                for (int column = row; column < side; column++) {
                    int at = Panels.index(side, row, column);
                    assertThat(actual[at]).isCloseTo(expected[at], within(1e-4f));
                }
            }
            float[] scales = gaussians(6, capacity);
            float[] expectedSum = gaussians(7, side);
            float[] actualSum = expectedSum.clone();
            scalar.addScaledRows(panels, capacity, count, scales, expectedSum, side);
            simd.addScaledRows(panels, capacity, count, scales, actualSum, side);
            assertThat(actualSum).containsExactly(expectedSum, within(1e-4f));
        }
    }

    @Test
    void packedRowsAgreeAndLandInTheirPanels() {
        float[] source = gaussians(1, 3 + 48);
        var expected = new float[5 * 48];
        var actual = new float[5 * 48];
        scalar.packRow(2f, source, 3, expected, 5, 4, 48);
        simd.packRow(2f, source, 3, actual, 5, 4, 48);
        assertThat(actual).containsExactly(expected);
        assertThat(actual[Panels.index(5, 4, 17)]).isEqualTo(2 * source[3 + 17]);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128})
    void factorAndSolveAgree(int side) {
        float[] expected = positiveDefinite(side);
        float[] actual = expected.clone();
        assertThat(scalar.factor(expected, side)).isEqualTo(side);
        assertThat(simd.factor(actual, side)).isEqualTo(side);
        for (int row = 0; row < side; row++) {
            for (int column = row; column < side; column++) {
                int at = Panels.index(side, row, column);
                assertThat(actual[at]).isCloseTo(expected[at], within(2e-4f));
            }
        }
        float[] expectedX = gaussians(9, side);
        float[] actualX = expectedX.clone();
        scalar.solveFactored(expected, side, expectedX);
        simd.solveFactored(actual, side, actualX);
        assertThat(actualX).containsExactly(expectedX, within(1e-4f));
    }

    @Test
    void bothReportTheFirstBadPivot() {
        for (int bad : new int[] {0, 2, 5, 17, 31}) {
            for (float pivot : new float[] {-1e6f, Float.NaN, Float.POSITIVE_INFINITY}) {
                float[] matrix = positiveDefinite(32);
                matrix[Panels.index(32, bad, bad)] = pivot;
                assertThat(scalar.factor(matrix.clone(), 32)).isEqualTo(bad);
                assertThat(simd.factor(matrix, 32)).isEqualTo(bad);
            }
        }
    }

    /** Returns {@code 2 * I} plus the outer products of {@code 2 * side} Gaussian rows, in panels. */
    static float[] positiveDefinite(int side) {
        var matrix = new float[side * side];
        new ScalarFloatKernels().addOuterProducts(gaussians(8, 2 * side * side), 2 * side, 2 * side, matrix, side);
        for (int i = 0; i < side; i++) {
            matrix[Panels.index(side, i, i)] += 2;
        }
        return matrix;
    }

    static float[] gaussians(long seed, int count) {
        var random = new Random(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
