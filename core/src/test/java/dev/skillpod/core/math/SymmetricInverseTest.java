package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocked inverse and product, whose definition is that A times its inverse is the identity. */
class SymmetricInverseTest {
    // Sizes around a tile of 32 and a block of 128.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 127, 129, 300})
    void timesTheMatrixItIsTheIdentity(int size) {
        for (FloatKernels kernels : new FloatKernels[] {new ScalarFloatKernels(), new SimdFloatKernels()}) {
            float[] matrix = positive(size);
            float[] inverse = matrix.clone();
            try (var loop = new ParallelLoop(2)) {
                SymmetricInverse.invert(inverse, size, loop, kernels);
            }
            int stride = SymmetricInverse.stride(size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    double sum = 0;
                    for (int k = 0; k < size; k++) {
                        sum += (double) matrix[i * stride + k] * inverse[k * stride + j];
                    }
                    // The condition number is about 10, so a float's 7 digits leave more than 4.
                    assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-4));
                    assertThat(inverse[i * stride + j]).isEqualTo(inverse[j * stride + i]);
                }
            }
        }
    }

    @Test
    void hasTheSameBitsOnAnyNumberOfThreads() {
        float[] one = positive(300);
        float[] three = one.clone();
        try (var single = new ParallelLoop(1);
                var several = new ParallelLoop(3)) {
            SymmetricInverse.invert(one, 300, single);
            SymmetricInverse.invert(three, 300, several);
        }
        assertThat(three).isEqualTo(one);
    }

    @Test
    void refusesWhatHasNoSuchInverse() {
        try (var loop = new ParallelLoop(1)) {
            var indefinite = new float[32 * 32];
            indefinite[0] = 1;
            indefinite[33] = -1;
            assertThatThrownBy(() -> SymmetricInverse.invert(indefinite, 2, loop))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("pivot of row 1");
            assertThatThrownBy(() -> SymmetricInverse.invert(new float[4], 2, loop))
                    .hasMessage("matrix must hold 1024 values, held 4");
            assertThatThrownBy(() -> SymmetricInverse.invert(new float[0], 0, loop))
                    .hasMessage("size must be in [1, 40000], was 0");
        }
    }

    // Depths around the block of 256.
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257})
    void productsAgreeWithPlainLoops(int depth) {
        var random = new Random(5);
        int rows = 72;
        int columns = 96;
        float[] a = gaussians(random, rows * depth);
        float[] b = gaussians(random, depth * columns);
        for (FloatKernels kernels : new FloatKernels[] {new ScalarFloatKernels(), new SimdFloatKernels()}) {
            try (var loop = new ParallelLoop(2)) {
                float[] product = DenseProduct.multiply(a, b, rows, depth, columns, loop, kernels);
                for (int i = 0; i < rows * columns; i++) {
                    double sum = 0;
                    for (int p = 0; p < depth; p++) {
                        sum += (double) a[i / columns * depth + p] * b[p * columns + i % columns];
                    }
                    assertThat((double) product[i]).isCloseTo(sum, within(depth * 1e-6 + 1e-6));
                }
            }
        }
    }

    @Test
    void theGramMatrixOfSparseRowsIsTheirProduct() {
        var random = new Random(6);
        SparseMatrix.Builder builder = SparseMatrix.builder(20, 7);
        var dense = new double[20][7];
        for (int i = 0; i < 60; i++) {
            int row = random.nextInt(20);
            int column = random.nextInt(7);
            float value = random.nextFloat();
            builder.add(row, column, value);
            dense[row][column] += value;
        }
        try (var loop = new ParallelLoop(2)) {
            float[] gram = SparseGram.of(builder.build(), loop);
            for (int i = 0; i < 7; i++) {
                for (int j = 0; j < 7; j++) {
                    double sum = 0;
                    for (double[] row : dense) {
                        sum += row[i] * row[j];
                    }
                    assertThat((double) gram[i * 32 + j]).isCloseTo(sum, within(1e-5));
                }
            }
        }
    }

    /** A A^T / size + I / 2 for a random A. */
    private static float[] positive(int size) {
        int stride = SymmetricInverse.stride(size);
        float[] a = gaussians(new Random(7), size * size);
        var matrix = new float[stride * stride];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = i == j ? 0.5 * size : 0;
                for (int k = 0; k < size; k++) {
                    sum += (double) a[i * size + k] * a[j * size + k];
                }
                matrix[i * stride + j] = (float) (sum / size);
            }
        }
        return matrix;
    }

    private static float[] gaussians(Random random, int length) {
        var values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
