package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    // Backward stability: errors of a small multiple of n * 2^-53 * |S|, and |S| is below 4 sqrt(n) here.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 64, 129})
    void vectorsAreOrthonormalAndRebuildTheMatrix(int size) {
        double[] matrix = symmetric(size);
        SymmetricEigen eigen = SymmetricEigen.of(matrix, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double product = 0;
                double rebuilt = 0;
                for (int k = 0; k < size; k++) {
                    product += eigen.vector(i, k) * eigen.vector(j, k);
                    rebuilt += eigen.value(k) * eigen.vector(k, i) * eigen.vector(k, j);
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
                assertThat(rebuilt).isCloseTo(matrix[i * size + j], within(1e-11));
            }
        }
    }

    @Test
    void knownValues() {
        // The path of three nodes: 2 - sqrt 2, 2, 2 + sqrt 2.
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {2, -1, 0, -1, 2, -1, 0, -1, 2}, 3);
        double[] values = {eigen.value(0), eigen.value(1), eigen.value(2)};
        Arrays.sort(values);
        assertThat(values).containsExactly(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, within(1e-14));
    }

    @Test
    void diagonalAndSingularMatricesAreLegal() {
        SymmetricEigen zero = SymmetricEigen.of(new double[16], 4);
        SymmetricEigen ones = SymmetricEigen.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 3);
        assertThat(zero.value(0) + zero.value(1) + zero.value(2) + zero.value(3))
                .isZero();
        assertThat(Math.max(ones.value(0), Math.max(ones.value(1), ones.value(2))))
                .isCloseTo(3, within(1e-14));
    }

    /** The Gram matrix of factors that regularisation has nearly wiped out: some directions, and what rounding leaves. */
    @Test
    void almostSingularMatricesOfAnyScaleAreLegal() {
        int size = 64;
        var random = new Random(5);
        for (double scale : new double[] {1e-300, 1e-38, 1, 1e38, 1e300}) {
            var matrix = new double[size * size];
            for (int rank = 0; rank < 40; rank++) {
                double[] direction = random.doubles(size, -1, 1).toArray();
                double length = Math.pow(10, -rank);
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        matrix[i * size + j] += (float) (length * direction[i] * direction[j]);
                    }
                }
            }
            double trace = 0;
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] *= scale;
                trace += i % (size + 1) == 0 ? matrix[i] : 0;
            }
            SymmetricEigen eigen = SymmetricEigen.of(matrix, size);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += eigen.value(i);
            }
            assertThat(sum / trace).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void refusesWhatHasNoEigenvalues() {
        var matrix = new double[9];
        Arrays.fill(matrix, Double.NaN);
        assertThatThrownBy(() -> SymmetricEigen.of(matrix, 3)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> SymmetricEigen.of(new double[8], 3))
                .hasMessage("symmetric must hold 9 values, held 8");
    }

    private static double[] symmetric(int size) {
        var random = new Random(size);
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double value = random.nextGaussian();
                matrix[i * size + j] = value;
                matrix[j * size + i] = value;
            }
        }
        return matrix;
    }
}
