package dev.skillpod.core.math;

import java.util.Arrays;

/**
 * An immutable sparse matrix of floats in compressed rows.
 *
 * <p>Entries are addressed by position: those of row r lie at {@link #rowStart rowStart(r)} (inclusive) to
 * {@link #rowEnd rowEnd(r)} (exclusive), with ascending columns and each column at most once. What is not stored counts as
 * absent, which is not the same as a stored 0. Thread-safe.
 */
public final class SparseMatrix {
    private final int rows;
    private final int columns;
    private final int[] starts;
    private final int[] columnOf;
    private final float[] values;

    private SparseMatrix(int rows, int columns, int[] starts, int[] columnOf, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.starts = starts;
        this.columnOf = columnOf;
        this.values = values;
    }

    /**
     * Starts a matrix of a given shape.
     *
     * @param rows number of rows, at least 0
     * @param columns number of columns, at least 0
     */
    public static Builder builder(int rows, int columns) {
        return new Builder(rows, columns);
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the number of columns. */
    public int columns() {
        return columns;
    }

    /** Returns the number of stored entries. */
    public int entries() {
        return columnOf.length;
    }

    /** Returns the position of the row's first entry. */
    public int rowStart(int row) {
        return starts[row];
    }

    /** Returns the position after the row's last entry. */
    public int rowEnd(int row) {
        return starts[row + 1];
    }

    /** Returns the number of entries of a row. */
    public int rowLength(int row) {
        return starts[row + 1] - starts[row];
    }

    /** Returns the column of the entry at a position in [0, entries). */
    public int columnAt(int position) {
        return columnOf[position];
    }

    /** Returns the value of the entry at a position in [0, entries). */
    public float valueAt(int position) {
        return values[position];
    }

    /** Returns the row's columns in ascending order, as a new array. */
    public int[] rowColumns(int row) {
        return Arrays.copyOfRange(columnOf, starts[row], starts[row + 1]);
    }

    /** Returns the row's values in the order of {@link #rowColumns}, as a new array. */
    public float[] rowValues(int row) {
        return Arrays.copyOfRange(values, starts[row], starts[row + 1]);
    }

    /** Returns the matrix with rows and columns exchanged; time and memory grow with the entries. */
    public SparseMatrix transpose() {
        var transposedStarts = new int[columns + 1];
        for (int column : columnOf) {
            transposedStarts[column + 1]++;
        }
        Arrays.parallelPrefix(transposedStarts, Integer::sum);
        var next = Arrays.copyOf(transposedStarts, columns);
        var transposedColumns = new int[columnOf.length];
        var transposedValues = new float[columnOf.length];
        for (int row = 0; row < rows; row++) {
            for (int p = starts[row]; p < starts[row + 1]; p++) {
                int to = next[columnOf[p]]++;
                transposedColumns[to] = row;
                transposedValues[to] = values[p];
            }
        }
        return new SparseMatrix(columns, rows, transposedStarts, transposedColumns, transposedValues);
    }

    /** Collects entries in any order; entries of the same place are summed. Not thread-safe. */
    public static final class Builder {
        private final int rows;
        private final int columns;
        private int[] rowOf = new int[16];
        private int[] columnOf = new int[16];
        private float[] values = new float[16];
        private int size;

        private Builder(int rows, int columns) {
            if (rows < 0 || columns < 0) {
                throw new IllegalArgumentException(
                        "rows and columns must be at least 0, were " + rows + " and " + columns);
            }
            this.rows = rows;
            this.columns = columns;
        }

        /**
         * Adds a value to the entry at a place.
         *
         * @throws IndexOutOfBoundsException when the place is outside the matrix
         * @throws IllegalArgumentException when the value is not finite
         */
        public Builder add(int row, int column, float value) {
            if (row < 0 || row >= rows || column < 0 || column >= columns) {
                throw new IndexOutOfBoundsException(
                        "entry (" + row + ", " + column + ") must be in [0, " + rows + ") x [0, " + columns + ")");
            }
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(
                        "value at (" + row + ", " + column + ") must be finite, was " + value);
            }
            if (size == rowOf.length) {
                int larger = size + (size >> 1);
                rowOf = Arrays.copyOf(rowOf, larger);
                columnOf = Arrays.copyOf(columnOf, larger);
                values = Arrays.copyOf(values, larger);
            }
            rowOf[size] = row;
            columnOf[size] = column;
            values[size++] = value;
            return this;
        }

        /** Returns the matrix of what was added so far; sums are taken in the order of the additions. */
        public SparseMatrix build() {
            // Stable counting sorts, first by column, then by row: duplicates end up side by side in order of addition.
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                order[i] = i;
            }
            order = sortedBy(columnOf, columns, order);
            order = sortedBy(rowOf, rows, order);
            var starts = new int[rows + 1];
            var keptColumns = new int[size];
            var keptValues = new float[size];
            int kept = 0;
            int previousRow = -1;
            for (int from : order) {
                if (rowOf[from] == previousRow && keptColumns[kept - 1] == columnOf[from]) {
                    keptValues[kept - 1] += values[from];
                    continue;
                }
                previousRow = rowOf[from];
                keptColumns[kept] = columnOf[from];
                keptValues[kept++] = values[from];
                starts[previousRow + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            return new SparseMatrix(
                    rows, columns, starts, Arrays.copyOf(keptColumns, kept), Arrays.copyOf(keptValues, kept));
        }

        private static int[] sortedBy(int[] keys, int keyCount, int[] order) {
            var next = new int[keyCount + 1];
            for (int from : order) {
                next[keys[from] + 1]++;
            }
            Arrays.parallelPrefix(next, Integer::sum);
            var sorted = new int[order.length];
            for (int from : order) {
                sorted[next[keys[from]]++] = from;
            }
            return sorted;
        }
    }
}
