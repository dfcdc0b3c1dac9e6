package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void solvesAByHandExample() {
        // [4 2; 2 3] x = [8; 7] has the solution [5/4; 3/2].
        float[] x = Cholesky.of(new float[] {4, 2, 2, 3}, 2).solve(new float[] {8, 7});
        assertThat(x).containsExactly(new float[] {1.25f, 1.5f}, within(1e-6f));
    }

    @Test
    void recoversTheSolutionOfAnIllConditionedSystem() {
        // A Hilbert matrix plus 0.001 on the diagonal: condition number about 1.7e3. Refinement leaves float accuracy.
        int size = 20;
        var matrix = new float[size * size];
        var b = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                matrix[row * size + column] = 1f / (row + column + 1) + (row == column ? 0.001f : 0);
                b[row] += (double) matrix[row * size + column] * (column + 1);
            }
        }
        var right = new float[size];
        for (int i = 0; i < size; i++) {
            right[i] = (float) b[i];
        }
        float[] x = Cholesky.of(matrix, size).solve(right);
        for (int i = 0; i < size; i++) {
            // The right side itself is rounded to 2^-24, which the condition number may blow up to 1e-4 of the answer.
            assertThat(x[i]).isCloseTo(i + 1f, within(2e-3f));
        }
    }

    @Test
    void readsOnlyTheUpperTriangle() {
        float[] x = Cholesky.of(new float[] {4, 2, Float.NaN, 3}, 2).solve(new float[] {8, 7});
        assertThat(x).containsExactly(new float[] {1.25f, 1.5f}, within(1e-6f));
    }

    @Test
    void refusesWhatItCannotFactor() {
        assertThatThrownBy(() -> Cholesky.of(new float[] {1, 2, 2, 1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("pivot of row 1");
        assertThatThrownBy(() -> Cholesky.of(new float[3], 2)).hasMessage("symmetric must hold 4 values, held 3");
        assertThatThrownBy(() -> Cholesky.of(new float[0], 0)).hasMessage("size must be in [1, 4096], was 0");
        assertThatThrownBy(() -> Cholesky.of(new float[] {1}, 1).solve(new float[2]))
                .hasMessage("b must hold 1 values, held 2");
    }
}
