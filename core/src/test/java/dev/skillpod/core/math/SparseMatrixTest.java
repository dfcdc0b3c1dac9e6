package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseMatrixTest {
    @Test
    void sumsDuplicatesAndSortsColumns() {
        SparseMatrix matrix = SparseMatrix.builder(3, 4)
                .add(2, 3, 1)
                .add(0, 2, 5)
                .add(2, 0, 7)
                .add(2, 3, 0.5f)
                .build();
        assertThat(matrix.entries()).isEqualTo(3);
        assertThat(matrix.rowColumns(2)).containsExactly(0, 3);
        assertThat(matrix.rowValues(2)).containsExactly(7, 1.5f);
        assertThat(matrix.rowLength(1)).isZero();
        assertThat(matrix.columnAt(matrix.rowStart(0))).isEqualTo(2);
        assertThat(matrix.valueAt(matrix.rowEnd(0) - 1)).isEqualTo(5);
    }

    @Test
    void agreesWithADenseTwinAndItsTranspose() {
        var random = new Random(1);
        var dense = new float[37][23];
        SparseMatrix.Builder builder = SparseMatrix.builder(37, 23);
        for (int i = 0; i < 400; i++) {
            int row = random.nextInt(37);
            int column = random.nextInt(23);
            float value = 1 + random.nextInt(5);
            dense[row][column] += value;
            builder.add(row, column, value);
        }
        SparseMatrix matrix = builder.build();
        assertThat(toDense(matrix)).isDeepEqualTo(dense);
        assertThat(toDense(matrix.transpose().transpose())).isDeepEqualTo(dense);
        SparseMatrix transposed = matrix.transpose();
        assertThat(transposed.rows()).isEqualTo(23);
        assertThat(transposed.columns()).isEqualTo(37);
        for (int column = 0; column < 23; column++) {
            assertThat(transposed.rowColumns(column)).isSorted();
            for (int p = transposed.rowStart(column); p < transposed.rowEnd(column); p++) {
                assertThat(transposed.valueAt(p)).isEqualTo(dense[transposed.columnAt(p)][column]);
            }
        }
    }

    @Test
    void emptyShapesAndBadEntries() {
        assertThat(SparseMatrix.builder(0, 0).build().transpose().entries()).isZero();
        assertThat(SparseMatrix.builder(2, 0).build().rowLength(1)).isZero();
        assertThatThrownBy(() -> SparseMatrix.builder(2, 3).add(2, 0, 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("entry (2, 0) must be in [0, 2) x [0, 3)");
        assertThatThrownBy(() -> SparseMatrix.builder(2, 3).add(0, 0, Float.NaN))
                .hasMessage("value at (0, 0) must be finite, was NaN");
    }

    private static float[][] toDense(SparseMatrix matrix) {
        var dense = new float[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
                dense[row][matrix.columnAt(p)] = matrix.valueAt(p);
            }
        }
        return dense;
    }
}
